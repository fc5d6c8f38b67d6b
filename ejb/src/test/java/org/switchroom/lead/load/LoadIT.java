package org.switchroom.lead.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.switchroom.lead.control.LeadRig;
import org.switchroom.lead.entity.CustomField;
import org.switchroom.lead.entity.DncNumber;
import org.switchroom.lead.entity.DuplicateRule;
import org.switchroom.lead.entity.InvalidLeadException;
import org.switchroom.lead.entity.LeadConflictException;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.LeadLoad;
import org.switchroom.lead.entity.LeadSearch;
import org.switchroom.lead.entity.LoadRules;
import org.switchroom.lead.entity.LoadState;
import org.switchroom.lead.entity.RowOutcome;

class LoadIT {
    private static final CustomField RENEWAL =
            new CustomField("renewal", "PolicyEnd", CustomField.Kind.DATE, List.of());

    private static final String MIXED = """
                Phone1,FirstName,Surname,PolicyEnd
                (727) 555-0001,A,There already,
                727.555.0002,B,Nobody may,
                7275550003,C,Good,2026-12-31
                +1 727 555 0003,D,Twice,
                12,E,Short,
                call me,F,Letters,
                ,G,Empty,
                7275550004,H,Bad date,12/31/2026
                212-555-0005,I,Good too,
                """;

    private static final Map<RowOutcome, Long> MIXED_COUNTS = Map.of(
            RowOutcome.LOADED,
            2L,
            RowOutcome.IN_LIST,
            1L,
            RowOutcome.DNC,
            1L,
            RowOutcome.TWICE,
            1L,
            RowOutcome.PHONE_TOO_SHORT,
            1L,
            RowOutcome.PHONE_LETTERS,
            1L,
            RowOutcome.PHONE_EMPTY,
            1L,
            RowOutcome.INVALID,
            1L);

    private final LoadRig rig = new LoadRig();
    private final LeadList list =
            rig.leads.list(LeadList.named("Florida").withCampaign("SPRING").withFields(List.of(RENEWAL)));

    @AfterEach
    void close() throws SQLException, IOException {
        rig.close();
    }

    @Test
    void countsInADryRunWhatALoadThenDoes() throws IOException {
        rig.leads.lead(list, "+17275550001", "There", "Already");
        rig.leads.dnc.add(List.of("17275550002"), DncNumber.SYSTEM, null, "ines", rig.leads.time.now());
        long id = rig.take(list, MIXED);

        rig.check(id);

        LeadLoad checked = rig.load(id);
        assertEquals(LoadState.CHECKED, checked.state());
        assertEquals(9, checked.total());
        Map<RowOutcome, Long> counts = checked.result().counts();
        assertEquals(MIXED_COUNTS, counts);
        assertEquals(Map.of("America/New_York", 2L), checked.result().zones());
        assertEquals("1", rig.database().row("select count(*) from call_lead"), "a dry run writes nothing");

        rig.load(id, LoadState.LOADING);

        assertEquals(LoadState.DONE, rig.load(id).state());
        assertEquals(counts, rig.load(id).result().counts());
        assertEquals(
                List.of(
                        "17275550001|-|-",
                        "17275550003|" + id + "|{\"renewal\":\"2026-12-31\"}",
                        "12125550005|" + id + "|-"),
                rig.database().rows("select phone, load_id, custom_values from call_lead order by id"));
        assertFalse(rig.folder.has(rig.load(id).storedName()), "the file is not kept longer than it is needed");
    }

    @Test
    void handsBackRefusedRowsWithTheirReasonsAndWithoutFormulas() throws IOException {
        long id = rig.take(list, "phone,last_name\n12,=cmd|' /C calc'!A0\n+1727,@x\n");

        rig.check(id);

        String refused = Files.readString(rig.folder.refused(rig.load(id).storedName()));
        assertTrue(refused.contains("1,phone: '12' is too short,12,'=cmd|' /C calc'!A0"), refused);
        assertTrue(refused.contains(",'+1727,'@x"), refused);
    }

    @ParameterizedTest
    @EnumSource(DuplicateRule.class)
    void keepsToTheRuleOfDuplicates(DuplicateRule rule) throws IOException {
        LeadList sameCampaign = rig.leads.list("b", "SPRING");
        LeadList otherCampaign = rig.leads.list("c", "AUTUMN");
        rig.leads.lead(list, "+17275550001", "A", "A");
        rig.leads.lead(sameCampaign, "+17275550002", "B", "B");
        rig.leads.lead(otherCampaign, "+17275550003", "C", "C");
        long id = rig.take(list, "phone\n7275550001\n7275550002\n7275550003\n7275550004\n7275550004\n", rule);

        rig.load(id, LoadState.LOADING);

        long loaded = Map.of(
                        DuplicateRule.NONE,
                        5L,
                        DuplicateRule.LIST,
                        3L,
                        DuplicateRule.CAMPAIGN,
                        2L,
                        DuplicateRule.SYSTEM,
                        1L)
                .get(rule);
        assertEquals(loaded, rig.load(id).result().loaded());
        assertEquals(loaded + 3, Long.parseLong(rig.database().row("select count(*) from call_lead")));
    }

    @Test
    void resumesBehindTheLastCommittedBatchAndDoublesNothing() throws IOException {
        StringBuilder file = new StringBuilder("phone,last_name\n");
        for (int i = 0; i < 5_500; i++) {
            file.append(i % 100 == 7 ? "bad" : "1727%07d".formatted(i % 5_000))
                    .append(",Name ")
                    .append(i)
                    .append('\n');
        }
        long whole = rig.take(rig.leads.list("whole", "OTHER"), file.toString());
        rig.load(whole, LoadState.LOADING);
        long id = rig.take(list, file.toString());
        rig.setup.load(rig.load(id), list);

        rig.crashAfterBatches(id, 3);
        assertEquals(LoadState.LOADING, rig.load(id).state());
        assertEquals(3_000, rig.load(id).position());
        assertFalse(rig.work(LoadState.LOADING), "its node may still be alive");
        rig.leads.clock.advance(Duration.ofSeconds(31));
        assertTrue(rig.work(LoadState.LOADING));

        LeadLoad done = rig.load(id);
        assertEquals(LoadState.DONE, done.state());
        assertEquals(rig.load(whole).result(), done.result());
        assertEquals(
                rig.database().rows("select phone, last_name from call_lead where load_id = ? order by id", whole),
                rig.database().rows("select phone, last_name from call_lead where load_id = ? order by id", id));
        assertEquals(
                Files.readString(rig.folder.refused(rig.load(whole).storedName())),
                Files.readString(rig.folder.refused(done.storedName())));
    }

    @Test
    void resumesWhenNobodyKnowsWhetherTheLastBatchWasCommitted() throws IOException {
        String file = "phone\n"
                + String.join(
                        "\n",
                        IntStream.range(0, 3_000)
                                .mapToObj("1727%07d"::formatted)
                                .toList());
        for (boolean stored : new boolean[] {true, false}) {
            rig.database().run("delete from call_lead");
            long id = rig.take(list, file);
            rig.setup.load(rig.load(id), list);

            rig.breakCommitAfterBatches(id, 1, stored);
            rig.leads.clock.advance(Duration.ofSeconds(31));
            rig.work(LoadState.LOADING);

            assertEquals(LoadState.DONE, rig.load(id).state());
            assertEquals("3000|3000", rig.database().row("select count(*), count(distinct phone) from call_lead"));
            assertEquals(3_000, rig.load(id).result().loaded());
        }
    }

    @Test
    void stopsWhenSomebodyStopsItAndKeepsWhatWasLoaded() throws IOException {
        String file = "phone\n"
                + String.join(
                        "\n",
                        IntStream.range(0, 5_000)
                                .mapToObj("1727%07d"::formatted)
                                .toList());
        long id = rig.take(list, file);
        rig.setup.load(rig.load(id), list);

        rig.cancelAfterBatches(id, 2);

        assertEquals(LoadState.CANCELLED, rig.load(id).state());
        assertEquals("2000", rig.database().row("select count(*) from call_lead"));
        assertThrows(LeadConflictException.class, () -> rig.setup.load(rig.load(id), list));
    }

    @Test
    void remembersWhereTheColumnsOfSuchAFileWent() throws IOException {
        long id = rig.take(list, "a,b\n7275550001,Smith\n7275550002,Jones\n");
        LeadLoad load = rig.load(id);
        assertEquals(List.of("phone", ""), load.mapping());

        rig.setup.change(load, load.version(), list, rules(List.of("phone", "last_name")));

        assertEquals(
                List.of("phone", "last_name"),
                rig.load(rig.take(list, "a,b\n7275550009,X\n")).mapping());
        assertThrows(
                InvalidLeadException.class,
                () -> rig.setup.change(rig.load(id), rig.load(id).version(), list, rules(List.of("", "last_name"))));
    }

    private static LoadRules rules(List<String> mapping) {
        return new LoadRules(mapping, DuplicateRule.SYSTEM, true, Optional.empty());
    }

    @Test
    void keepsHostileTextAsItIsAndRefusesWhatNoDatabaseShouldHold() throws IOException {
        String hostile =
                "<script>alert(1)</script> \"\"><img src=x onerror=1> #{7*7} ' or sleep(5)-- \u202E\uD83D\uDE00";
        long id = rig.take(list, "phone,comments\n7275550001,\"" + hostile + "\"\n7275550002,'=1+1\n");
        rig.load(id, LoadState.LOADING);

        assertEquals(
                List.of(hostile.replace("\"\"", "\""), "=1+1"),
                rig.database().rows("select comments from call_lead order by id"));

        long other = rig.take(
                rig.leads.list("other", null),
                "phone,last_name\n7275550001,A\n" + "7275550009,B\n".repeat(5_500) + "7275550002,nul\0\n");
        rig.load(other, LoadState.LOADING);
        assertEquals(LoadState.DONE, rig.load(other).state());
        assertEquals(1, rig.load(other).result().count(RowOutcome.INVALID));
    }

    @Test
    void failsWithASentenceWhenTheFileCantBeReadOn() throws IOException {
        long id = rig.take(
                list, "phone,last_name\n" + "7275550001,A\n".repeat(2_500) + "7275550002," + "x".repeat(300_000));

        rig.load(id, LoadState.LOADING);

        assertEquals(LoadState.FAILED, rig.load(id).state());
        assertTrue(rig.load(id).message().startsWith("Row 2,50"), rig.load(id).message());
        assertEquals(StandardCharsets.UTF_8, rig.load(id).format().charset());
        assertEquals("1", rig.database().row("select count(*) from call_lead where list_id = ?", list.id()));
        assertTrue(rig.leads
                .finder
                .search(LeadSearch.ofList(list.id()), LeadRig.ALL, 10)
                .next()
                .isEmpty());
    }
}
