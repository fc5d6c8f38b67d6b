package org.switchroom.setup.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.common.control.TestDatabase;
import org.switchroom.setup.entity.FirstStep;

/** Each step ticks itself as soon as something is there that shows it, and not before. */
class FirstStepsIT {
    private static final List<String> TABLES = List.of(
            "asterisk_server",
            "endpoint",
            "allowed_context",
            "user_group",
            "campaign",
            "inbound_reference",
            "inbound_item",
            "setting");

    private TestDatabase database;
    private FirstStepRows rows;

    @BeforeEach
    void open() {
        database = TestDatabase.empty();
        TABLES.forEach(table -> database.run("delete from " + table));
        rows = new FirstStepRows(database);
    }

    @AfterEach
    void close() throws SQLException {
        TABLES.forEach(table -> database.run("delete from " + table));
        database.run("update guard_plan set enforced = false");
        database.close();
    }

    @Test
    void nothingIsDoneInAnEmptyInstallation() {
        assertEquals(Set.of(), rows.state().done());
        assertTrue(rows.state().isOffered());
    }

    @Test
    void aServerCountsWhenItIsConnected() {
        database.run(
                "insert into asterisk_server (name, host, port, state) values ('pbx1', 'localhost', 5038, 'DOWN')");
        assertFalse(rows.state().isDone(FirstStep.SERVER));

        database.run("update asterisk_server set state = 'UP'");

        assertEquals(Set.of(FirstStep.SERVER), rows.state().done());
    }

    @Test
    void dialablePlacesNeedWhereToSendTheCall() {
        database.run(
                "insert into endpoint (server_name, technology, name, kind) values ('pbx1', 'PJSIP', '101', 'PHONE')");
        assertFalse(rows.state().isDone(FirstStep.DIALABLE));

        database.run("insert into allowed_context (server_name, context, exten_pattern) values ('*', 'in', 's')");

        assertEquals(Set.of(FirstStep.DIALABLE), rows.state().done());
    }

    @Test
    void theTestCallCountsWhenItWasAnswered() {
        database.run(
                "insert into queued_action (server_name, action, headers, status) values ('pbx1', 'Originate', '{}', 'FAILED')");
        database.run(
                "insert into queued_action (server_name, action, headers, status) values ('pbx1', 'Ping', '{}', 'SUCCEEDED')");
        assertFalse(rows.state().isDone(FirstStep.TEST_CALL));

        database.run("update queued_action set status = 'SUCCEEDED' where action = 'Originate'");

        assertEquals(Set.of(FirstStep.TEST_CALL), rows.state().done());
    }

    @Test
    void peopleCountWhenAnAgentIsInAGroup() {
        database.run("insert into user_group (name) values ('Sales')");
        database.run("insert into user_account (name, full_name, password_hash) values ('eve', 'Eve', '-')");
        database.run("insert into user_role (user_id, role) select id, 'agent' from user_account");
        assertEquals(Set.of(FirstStep.GROUP), rows.state().done());

        database.run("update user_account set group_id = (select id from user_group)");
        assertTrue(rows.state().isDone(FirstStep.PEOPLE));

        database.run("update user_account set enabled = false");
        assertFalse(rows.state().isDone(FirstStep.PEOPLE));
        database.run("delete from user_account");
    }

    @Test
    void aListCountsWhenItAndItsCampaignAreActive() {
        database.run("insert into campaign (id, name, settings, changed_by) values ('SALES', 'Sales', '{}', 'x')");
        database.run("insert into lead_list (name, campaign_id, fields, active) values ('May', 'SALES', '[]', true)");
        database.run("insert into call_lead (list_id, phone) select id, '12125550100' from lead_list");
        assertEquals(Set.of(), rows.state().done());

        database.run("update campaign set active = true");
        assertEquals(
                Set.of(FirstStep.CAMPAIGN, FirstStep.LIST, FirstStep.LEADS),
                rows.state().done());

        database.run("delete from call_lead");
        assertEquals(Set.of(FirstStep.CAMPAIGN, FirstStep.LIST), rows.state().done());

        database.run("update lead_list set active = false");
        assertEquals(Set.of(FirstStep.CAMPAIGN), rows.state().done());
    }

    @Test
    void whatCanBeDoneWithoutIsSeenToo() {
        database.run(
                "insert into dnc_number (phone, added_by, added_at) values ('12125550100', 'x', utc_timestamp(3))");
        database.run(
                "insert into inbound_item (kind, id, settings, changed_at, changed_by) values ('DID', '100', '{}', utc_timestamp(3), 'x')");

        database.run("update guard_plan set enforced = true");

        Set<FirstStep> optional = EnumSet.allOf(FirstStep.class);
        optional.removeIf(step -> !step.isOptional());
        assertEquals(optional, rows.state().done());
        assertTrue(rows.state().isOffered());
    }

    @Test
    void isOfferedNoMoreOnceItWasPutAway() {
        rows.hide(true);
        assertFalse(rows.state().isOffered());

        rows.hide(false);
        assertTrue(rows.state().isOffered());
    }
}
