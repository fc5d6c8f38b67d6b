package org.switchroom.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.switchroom.user.entity.TokenScope;
import org.switchroom.user.entity.TokenSettings;

class ApiAreaTest {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Test
    void areasAreTheFirstPartsOfAllPaths() {
        assertTrue(ApiArea.ALL.containsAll(Set.of("actions", "servers", "users", "tokens", "campaign-parts")));
        assertTrue(new TokenSettings("all", new TokenScope(true, ApiArea.ALL), null)
                .violations(java.time.Instant.EPOCH)
                .isEmpty());
    }

    @Test
    void aTokenForOneAreaIsRefusedInAllOthers() {
        TokenScope actions = new TokenScope(true, Set.of("actions"));

        assertEquals(Optional.empty(), refusal(actions, ActionsResource.class, "POST"));
        ApiApplication.RESOURCES.stream()
                .filter(resource -> resource != ActionsResource.class && resource != OpenApiResource.class)
                .forEach(resource -> assertEquals(
                        Optional.of("token-area"), refusal(actions, resource, "GET"), resource.getSimpleName()));
    }

    @Test
    void contextsAndEndpointsBelongToTheirServers() {
        TokenScope servers = new TokenScope(true, Set.of("servers"));

        assertEquals(Optional.empty(), refusal(servers, EndpointsResource.class, "PUT"));
        assertEquals(Optional.empty(), refusal(servers, ContextsResource.class, "GET"));
    }

    @Test
    void aTokenThatReadsChangesNothing() {
        TokenScope reading = new TokenScope(false, Set.of());

        for (String verb : Arrays.asList("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "NEW")) {
            Optional<String> expected = READS.contains(verb) ? Optional.empty() : Optional.of("token-read-only");
            assertEquals(expected, refusal(reading, ActionsResource.class, verb), verb);
        }
    }

    @Test
    void saysForWhichAreaAnotherTokenIsNeeded() {
        Problem problem = ApiArea.refusal(
                        new TokenScope(false, Set.of("channels", "actions")), anyMethod(AuditResource.class), "GET")
                .orElseThrow();

        assertEquals(403, problem.status());
        assertEquals("This token is for actions, channels only; this needs one for audit.", problem.detail());
    }

    private static Optional<String> refusal(TokenScope scope, Class<?> resource, String verb) {
        return ApiArea.refusal(scope, anyMethod(resource), verb).map(Problem::id);
    }

    private static Method anyMethod(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .collect(Collectors.toList())
                .get(0);
    }
}
