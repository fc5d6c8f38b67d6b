package org.switchroom.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiConnection;
import org.switchroom.ami.AmiConnectionFactory;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiServer;
import org.switchroom.queue.boundary.ActionQueue;
import org.switchroom.queue.entity.ActionRequest;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.queue.entity.CallState;

/**
 * Runs inside the server, in an archive of its own beside the deployed one: the adapter as the container pools it, the queue as our own code
 * uses it, and the message-driven bean, without which no row would ever learn of its call.
 */
@Order(80)
@ArquillianTest
class InContainerIT {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final String HEADERS = "{\"Channel\":\"PJSIP/99905550100@carrier\",\"Context\":\"switchroom-wait\","
            + "\"Exten\":\"s\",\"Priority\":\"1\",\"Timeout\":\"8000\"}";

    @Resource(lookup = "java:/eis/AmiConnectionFactory")
    private AmiConnectionFactory connections;

    @EJB(lookup = "java:global/switchroom/switchroom-ejb/ActionQueue")
    private ActionQueue queue;

    @Deployment
    static WebArchive archive() throws URISyntaxException {
        return ShrinkWrap.create(WebArchive.class, "in-container.war")
                .addAsLibraries(jarOf(Awaitility.class), jarOf(Matcher.class))
                .addAsResource(new StringAsset(servers()), "servers.properties")
                .setManifest(new StringAsset("Manifest-Version: 1.0\nDependencies: deployment.switchroom.ear,"
                        + "deployment.switchroom.ear.switchroom-ejb.jar\n"));
    }

    @Test
    void givesAConnectionToExactlyTheServerThatWasAsked() throws Exception {
        long id = queue.submit(new ActionRequest("pbx1", "Originate", HEADERS, null, null, null, null), "api")
                .id();
        String uniqueid = until(id, row -> row.getCallState() == CallState.UP).getUniqueid();

        assertTrue(channels("pbx1").contains(uniqueid), "pbx1 has the call");
        assertFalse(channels("pbx2").contains(uniqueid), "pbx2 has not");

        hangUp(id);
    }

    @Test
    void carriesARowFromOurOwnCodeToItsHangup() {
        long id = queue.submit(new ActionRequest("pbx2", "Originate", HEADERS, null, null, null, null), "api")
                .id();

        var answered = until(id, row -> row.getCallState() == CallState.UP);
        hangUp(id);

        assertEquals(ActionStatus.SUCCEEDED, answered.getStatus());
        assertEquals(4, queue.transitions(id).size());
    }

    private void hangUp(long id) {
        var row = queue.find(id).orElseThrow();
        String headers = "{\"Channel\":\"" + row.getUniqueid() + "\",\"Cause\":16}";
        queue.submit(new ActionRequest(row.getServerName(), "Hangup", headers, null, null, null, null), "api");
        until(id, seen -> seen.getCallState() == CallState.HUNGUP);
    }

    private org.switchroom.queue.entity.ActionRow until(
            long id, Predicate<org.switchroom.queue.entity.ActionRow> wanted) {
        return await("row " + id).atMost(LONGEST).until(() -> queue.find(id).orElseThrow(), wanted);
    }

    private String channels(String server) throws Exception {
        try (AmiConnection connection = connections.getConnection(server(server))) {
            assertEquals(server, connection.serverName());
            AmiResponse list =
                    connection.send(AmiAction.of("CoreShowChannels"), LONGEST).get(30, TimeUnit.SECONDS);
            return list.listEvents().stream()
                            .map(event -> event.text("Uniqueid"))
                            .toList() + "";
        }
    }

    private static AmiServer server(String name) throws IOException {
        Properties servers = new Properties();
        servers.load(InContainerIT.class.getResourceAsStream("/servers.properties"));
        return new AmiServer(
                name,
                "127.0.0.1",
                Integer.parseInt(servers.getProperty(name + ".port")),
                AmiServer.Transport.PLAIN,
                servers.getProperty(name + ".user"),
                new AmiServer.Secret(servers.getProperty(name + ".secret")));
    }

    private static String servers() {
        StringBuilder text = new StringBuilder();
        for (String name : Instance.running().serverNames()) {
            text.append("%s.port=%d%n%1$s.user=%s%n%1$s.secret=%s%n"
                    .formatted(
                            name,
                            Administrator.portOf(name),
                            Lab.value("pbx." + name + ".command.user"),
                            Lab.value("pbx." + name + ".command.secret")));
        }
        return text.toString();
    }

    private static File jarOf(Class<?> type) throws URISyntaxException {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
