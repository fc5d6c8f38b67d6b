package org.switchroom.setup.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.switchroom.common.control.Database;
import org.switchroom.setup.entity.FirstStep;
import org.switchroom.setup.entity.FirstStepsState;

/** Looks whether something is there that shows a step to be done. Each look ends at the first row it finds. */
@ApplicationScoped
public class FirstStepRows {
    /** One column for each step, of its name. */
    private static final String DONE = """
            select exists (select 1 from asterisk_server where enabled = true and state = 'UP') as SERVER,
                   exists (select 1 from endpoint) and exists (select 1 from allowed_context) as DIALABLE,
                   exists (select 1 from queued_action where action = 'Originate' and status = 'SUCCEEDED')
                     or exists (select 1 from queued_action_history where action = 'Originate' and status = 'SUCCEEDED') as TEST_CALL,
                   exists (select 1 from user_group) as `GROUP`,
                   exists (select 1 from user_account a join user_role r on r.user_id = a.id
                            where r.role = 'agent' and a.enabled = true and a.group_id is not null) as PEOPLE,
                   exists (select 1 from campaign where active = true) as CAMPAIGN,
                   exists (select 1 from lead_list l join campaign c on c.id = l.campaign_id
                            where l.active = true and c.active = true) as LIST,
                   exists (select 1 from lead_list l join campaign c on c.id = l.campaign_id
                            where l.active = true and c.active = true and exists (select 1 from call_lead d where d.list_id = l.id)) as LEADS,
                   exists (select 1 from guard_plan where enforced = true) as GUARD,
                   exists (select 1 from dnc_number) as DO_NOT_CALL,
                   exists (select 1 from inbound_item where kind = 'DID') as INBOUND,
                   exists (select 1 from setting where name = 'first_steps.hidden' and value = 'true') as hidden""";

    private static final String HIDE = """
            insert into setting (name, value) values ('first_steps.hidden', ?)
            on duplicate key update value = values(value), version = version + 1""";

    @Inject
    private Database database;

    protected FirstStepRows() {}

    public FirstStepRows(Database database) {
        this.database = database;
    }

    public FirstStepsState state() {
        return database.inCurrentTransaction(FirstStepRows::read);
    }

    public void hide(boolean hidden) {
        database.inCurrentTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(HIDE)) {
                statement.setString(1, Boolean.toString(hidden));
                return statement.executeUpdate();
            }
        });
    }

    private static FirstStepsState read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DONE);
                ResultSet row = select.executeQuery()) {
            row.next();
            Set<FirstStep> done = EnumSet.noneOf(FirstStep.class);
            for (FirstStep step : FirstStep.values()) {
                if (row.getBoolean(step.name())) {
                    done.add(step);
                }
            }
            return new FirstStepsState(done, row.getBoolean("hidden"));
        }
    }
}
