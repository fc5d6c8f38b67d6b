package org.switchroom.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiProblem;
import org.switchroom.audit.entity.ChainReport;
import org.switchroom.campaign.control.CampaignState;
import org.switchroom.campaign.control.PartRules;
import org.switchroom.campaign.control.PartState;
import org.switchroom.campaign.control.SavedVersion;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.campaign.entity.CampaignSettings;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.channel.entity.LiveChannel;
import org.switchroom.endpoint.entity.AllowedContext;
import org.switchroom.endpoint.entity.Endpoint;
import org.switchroom.endpoint.entity.Technology;
import org.switchroom.inbound.entity.InboundItem;
import org.switchroom.inbound.entity.InboundKind;
import org.switchroom.lead.control.ListRows;
import org.switchroom.lead.entity.Callback;
import org.switchroom.lead.entity.CallbackState;
import org.switchroom.lead.entity.DncNumber;
import org.switchroom.lead.entity.DuplicateRule;
import org.switchroom.lead.entity.FileFormat;
import org.switchroom.lead.entity.Lead;
import org.switchroom.lead.entity.LeadChange;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.LeadLoad;
import org.switchroom.lead.entity.LoadResult;
import org.switchroom.lead.entity.LoadState;
import org.switchroom.queue.entity.ActionTransition;
import org.switchroom.queue.entity.QueuedAction;
import org.switchroom.server.control.ConnectionTest;
import org.switchroom.server.entity.AsteriskServer;
import org.switchroom.server.entity.LoginPurpose;
import org.switchroom.web.api.json.ActionJson;
import org.switchroom.web.api.json.AuditJson;
import org.switchroom.web.api.json.CampaignJson;
import org.switchroom.web.api.json.ChannelJson;
import org.switchroom.web.api.json.EndpointJson;
import org.switchroom.web.api.json.InboundJson;
import org.switchroom.web.api.json.JsonFields;
import org.switchroom.web.api.json.LeadJson;
import org.switchroom.web.api.json.ServerJson;

/** Holds the document to the classes, and each path to a role. */
class OpenApiTest {
    private static final JsonObject DOCUMENT = document();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "head", "options");

    @Test
    void everyResourceMethodDeclaresItsRoles() {
        List<Method> silent = resourceMethods()
                .filter(method -> !MethodRoles.isOpen(method) && MethodRoles.of(method).length == 0)
                .toList();

        assertEquals(List.of(), silent);
    }

    @Test
    void onlyTheDocumentItselfIsOpen() {
        assertEquals(
                List.of(OpenApiResource.class),
                resourceMethods()
                        .filter(MethodRoles::isOpen)
                        .map(Method::getDeclaringClass)
                        .toList());
    }

    @Test
    void whateverChangesServersIsForAdministratorsAlone() {
        assertTrue(resourceMethods()
                .filter(method -> path(method).startsWith("/api/v1/servers/"))
                .filter(method -> !verb(method).orElseThrow().equals("get"))
                .allMatch(method -> Arrays.equals(MethodRoles.of(method), new String[] {"admin"})));
    }

    @Test
    void documentHasThePathsMethodsAndRolesOfTheClasses() {
        Map<String, Set<String>> served = new TreeMap<>();
        resourceMethods().forEach(method -> served.put(verb(method).orElseThrow() + " " + path(method), roles(method)));

        assertEquals(served, documented());
    }

    @Test
    void schemasHaveTheNamesOfTheRepresentations() {
        assertSchema("Action", json -> ActionJson.write(new QueuedAction(), json));
        assertSchema("Transition", json -> ActionJson.write(new ActionTransition(), json));
        assertSchema("Channel", json -> ChannelJson.write(new LiveChannel(), json));
        assertSchema("ChannelGone", json -> ChannelJson.writeGone("pbx1", "1.1", json));
        assertSchema("Server", json -> ServerJson.writeWithLogins(new AsteriskServer("pbx1", null), 0, json));
        assertSchema("ConnectionTest", json -> ServerJson.write(new ConnectionTest(List.of()), json));
        assertSchema("Endpoint", json -> EndpointJson.write(Endpoint.phone("pbx1", Technology.PJSIP, "a"), json));
        assertSchema(
                "InboundItem", json -> InboundJson.write(InboundItem.of(InboundKind.DID, "15551230", Map.of()), json));
        assertSchema("ChainReport", json -> AuditJson.write(new ChainReport(0, 0, "", List.of()), json));
        assertSchema("AllowedContext", json -> EndpointJson.write(new AllowedContext("pbx1", "c", "s"), json));
    }

    @Test
    void schemasOfLeadsHaveTheNamesOfTheRepresentations() {
        LeadList list = LeadList.named("a");
        Lead lead =
                new Lead(1, 1, 0, Map.of(LeadField.PHONE, "17275551212"), Map.of(), Lead.Calls.NONE, null, null, null);
        Callback callback = new Callback(
                1, 1, null, null, CallbackState.DUE, Instant.EPOCH, ZoneOffset.UTC, null, "me", null, 0, null, null);

        assertSchema("LeadList", json -> LeadJson.write(list, json));
        assertSchema("LeadCount", json -> LeadJson.write(new ListRows.Count("NEW", true, 1), json));
        assertSchema("Lead", json -> LeadJson.write(lead, json));
        assertSchema(
                "LeadChange",
                json -> LeadJson.write(new LeadChange(1, LeadChange.Verb.ADDED, null, "me", Map.of()), json));
        assertSchema("Load", json -> LeadJson.write(load(), json));
        assertSchema("DncNumber", json -> LeadJson.write(new DncNumber("1", "", null, "me", null), json));
        assertSchema("Callback", json -> LeadJson.write(callback, json));
    }

    @Test
    void schemasOfCampaignsHaveTheNamesOfTheRepresentations() {
        CampaignState campaign = new CampaignState("A1", 1, "me", Instant.EPOCH, CampaignSettings.DEFAULTS);
        SavedVersion version = new SavedVersion(1, "me", Instant.EPOCH, CampaignSettings.DEFAULTS, List.of());
        Map<String, String> values = PartRules.values(PartKind.SCRIPT, Map.of("name", "Hello"), Map.of());
        PartState part = new PartState(PartKind.SCRIPT, 1, "*", "HELLO", false, 1, "me", Instant.EPOCH, values);

        assertSchema("CampaignSummary", json -> CampaignJson.writeSummary(campaign, json));
        assertSchema("Campaign", json -> CampaignJson.write(campaign, json));
        assertSchema("CampaignVersion", json -> CampaignJson.write(version, json));
        assertSchema("CampaignSetting", json -> CampaignJson.write(CampaignCatalogue.need("name"), json));
        assertSchema("CampaignPart", json -> CampaignJson.write(part, json));
    }

    @Test
    void loginResultHasTheNamesOfItsSchema() {
        ConnectionTest test = new ConnectionTest(List.of(new ConnectionTest.LoginResult(
                LoginPurpose.EVENTS, Optional.of(AmiProblem.values()[0]), "m", List.of("w"))));

        JsonObject written = parse(JsonFields.text(json -> ServerJson.write(test, json)));

        assertEquals(
                schemaNames("LoginResult"),
                new TreeSet<>(written.getJsonArray("logins").getJsonObject(0).keySet()));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        String text = DOCUMENT.toString();
        var references = Pattern.compile("\"#/components/(\\w+)/(\\w+)\"").matcher(text);
        while (references.find()) {
            JsonObject components = DOCUMENT.getJsonObject("components");
            assertTrue(
                    components.getJsonObject(references.group(1)).containsKey(references.group(2)), references.group());
        }
    }

    private static LeadLoad load() {
        FileFormat format = new FileFormat(FileFormat.Kind.CSV, StandardCharsets.UTF_8, ',', true, List.of("phone"));
        return new LeadLoad(
                1,
                1L,
                null,
                "f",
                "s",
                1,
                format,
                List.of("phone"),
                DuplicateRule.LIST,
                true,
                LoadState.UPLOADED,
                null,
                null,
                0,
                0,
                null,
                0,
                LoadResult.NOTHING,
                "me",
                null,
                null,
                null,
                0);
    }

    static void assertSchema(String name, Consumer<JsonFields> representation) {
        assertEquals(
                schemaNames(name),
                new TreeSet<>(parse(JsonFields.text(representation)).keySet()),
                name);
    }

    private static Set<String> schemaNames(String name) {
        JsonObject schemas = DOCUMENT.getJsonObject("components").getJsonObject("schemas");
        return new TreeSet<>(
                schemas.getJsonObject(name).getJsonObject("properties").keySet());
    }

    private static Map<String, Set<String>> documented() {
        Map<String, Set<String>> operations = new TreeMap<>();
        JsonObject paths = DOCUMENT.getJsonObject("paths");
        paths.keySet()
                .forEach(path -> paths.getJsonObject(path).keySet().stream()
                        .filter(METHODS::contains)
                        .forEach(verb -> operations.put(
                                verb + " " + path,
                                documentedRoles(paths.getJsonObject(path).getJsonObject(verb)))));
        return operations;
    }

    private static Set<String> documentedRoles(JsonObject operation) {
        if (!operation.containsKey("x-roles")) {
            return Set.of();
        }
        return operation.getJsonArray("x-roles").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> roles(Method method) {
        RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
        return roles == null ? Set.of() : new TreeSet<>(List.of(roles.value()));
    }

    private static Stream<Method> resourceMethods() {
        return ApiApplication.RESOURCES.stream()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .filter(method -> verb(method).isPresent());
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private static String path(Method method) {
        String own = method.isAnnotationPresent(Path.class)
                ? "/" + method.getAnnotation(Path.class).value()
                : "";
        String whole =
                "/api" + method.getDeclaringClass().getAnnotation(Path.class).value() + own;
        return whole.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}", "{$1}");
    }

    private static JsonObject document() {
        try {
            return parse(new String(new OpenApiResource().read(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
