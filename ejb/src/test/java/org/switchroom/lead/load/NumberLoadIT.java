package org.switchroom.lead.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchroom.lead.entity.DncNumber;
import org.switchroom.lead.entity.DuplicateRule;
import org.switchroom.lead.entity.InvalidLeadException;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.LeadLoad;
import org.switchroom.lead.entity.LoadRules;
import org.switchroom.lead.entity.LoadState;
import org.switchroom.lead.entity.RowOutcome;

/** Files of numbers that nobody may call. */
class NumberLoadIT {
    private final LoadRig rig = new LoadRig();
    private final LeadList list = rig.leads.list("Florida", "SPRING");

    @AfterEach
    void close() throws SQLException, IOException {
        rig.close();
    }

    @Test
    void loadsNumbersThatNobodyMayCallAndEndsTheirCallbacks() throws IOException {
        long lead = rig.leads.lead(list, "+17275550001", "A", "A");
        rig.leads.diary.schedule(lead, null, null, rig.leads.time.now().plusSeconds(60), ZoneOffset.UTC, null, "ines");
        rig.leads.dnc.add(List.of("17275550002"), DncNumber.SYSTEM, null, "ines", rig.leads.time.now());
        long id = rig.setup.takeNumbers(
                DncNumber.SYSTEM,
                "C:\\dnc\\register.txt",
                rig.received("7275550001\n7275550002\n7275550003\nx\n"),
                "ines");

        rig.setup.load(rig.load(id), LoadSetup.numbers(rig.load(id).format()));
        rig.work(LoadState.LOADING);

        LeadLoad done = rig.load(id);
        assertEquals("register.txt", done.fileName());
        assertEquals(
                Map.of(RowOutcome.LOADED, 2L, RowOutcome.IN_LIST, 1L, RowOutcome.PHONE_LETTERS, 1L),
                done.result().counts());
        assertEquals("3", rig.database().row("select count(*) from dnc_number"));
        assertEquals("CANCELLED", rig.database().row("select state from callback"));
    }

    @Test
    void readsNumbersThatNobodyMayCallInTheCountryThatIsChosen() throws IOException {
        long id = rig.setup.takeNumbers(
                DncNumber.SYSTEM,
                "robinson.csv",
                rig.received(
                        "phone,country,other\n030 901820,,a\n0151 23456789,,b\n7275550001,US,c\n+442079460000,,d\n"),
                "ines");
        LeadLoad load = rig.load(id);
        assertEquals("US", load.format().region(), "what it was before anybody could choose");
        assertEquals(List.of("phone", "country", ""), load.mapping());

        LoadRules german = new LoadRules(load.mapping(), load.duplicates(), false, Optional.of("DE"));
        rig.setup.change(load, load.version(), LoadSetup.numbers(load.format()), german);
        rig.setup.load(rig.load(id), LoadSetup.numbers(rig.load(id).format()));
        rig.work(LoadState.LOADING);

        assertEquals("DE", rig.load(id).format().region());
        assertEquals(
                List.of("17275550001", "442079460000", "4915123456789", "4930901820"),
                rig.database().rows("select phone from dnc_number order by phone"));
    }

    @Test
    void refusesACountryThatIsNoneAndOneForLeads() throws IOException {
        long numbers = rig.setup.takeNumbers(DncNumber.SYSTEM, "a", rig.received("7275550001\n"), "ines");
        long leads = rig.take(list, "phone\n7275550001\n");

        for (String region : List.of("XX", "de", "")) {
            LoadRules rules = new LoadRules(List.of("phone"), DuplicateRule.LIST, true, Optional.of(region));
            assertThrows(
                    InvalidLeadException.class,
                    () -> rig.setup.change(
                            rig.load(numbers),
                            0,
                            LoadSetup.numbers(rig.load(numbers).format()),
                            rules));
        }
        LoadRules rules = new LoadRules(List.of("phone"), DuplicateRule.LIST, true, Optional.of("DE"));
        assertThrows(InvalidLeadException.class, () -> rig.setup.change(rig.load(leads), 0, list, rules));
    }
}
