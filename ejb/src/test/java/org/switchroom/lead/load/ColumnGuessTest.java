package org.switchroom.lead.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchroom.lead.entity.CustomField;
import org.switchroom.lead.entity.FileFormat;
import org.switchroom.lead.entity.InvalidLeadException;
import org.switchroom.lead.entity.LeadList;

class ColumnGuessTest {
    private static final LeadList LIST = LeadList.named("list")
            .withFields(List.of(new CustomField("policy_end", "Renewal date", CustomField.Kind.DATE, List.of())));

    @Test
    void knowsColumnsByTheNamesThatPeopleGiveThem() {
        FileFormat format = columns(
                "Phone1", "Phone2", "FirstName", "Surname", "Zip", "PolicyEnd", "Segment", "CustNo", "Last Name");

        assertEquals(
                List.of(
                        "phone",
                        "alt_phone",
                        "first_name",
                        "last_name",
                        "post_code",
                        "own:policy_end",
                        "",
                        "vendor_id",
                        ""),
                ColumnGuess.guess(format, List.of(), LIST));
    }

    @Test
    void knowsGermanNames() {
        assertEquals(
                List.of("phone", "first_name", "last_name", "address1", "post_code", "city"),
                ColumnGuess.guess(
                        columns("Telefon", "Vorname", "Nachname", "Stra\u00dfe", "PLZ", "Ort"), List.of(), LIST));
    }

    @Test
    void findsTheNumbersOfAFileWithoutAHead() {
        assertEquals(
                List.of("", "phone"),
                ColumnGuess.guess(
                        columns("1", "2"),
                        List.of(new String[] {"Dana", "(727) 555-1212"}, new String[] {"Ray", "x"}, new String[] {
                            "Jo", "7275551213"
                        }),
                        LIST));
    }

    @Test
    void refusesAMappingThatLosesTheNumberOrNamesAFieldTwice() {
        FileFormat format = columns("a", "b");

        assertEquals(List.of("phone", ""), ColumnGuess.requireValid(List.of("phone", ""), format, LIST));
        for (List<String> wrong : List.of(
                List.of("", ""),
                List.of("phone", "phone"),
                List.of("phone"),
                List.of("phone", "own:none"),
                List.of("phone", "x"))) {
            assertThrows(InvalidLeadException.class, () -> ColumnGuess.requireValid(wrong, format, LIST));
        }
        assertNotEquals(ColumnGuess.hash(columns("a", "b")), ColumnGuess.hash(columns("a", "c")));
    }

    private static FileFormat columns(String... names) {
        return new FileFormat(FileFormat.Kind.CSV, StandardCharsets.UTF_8, ',', true, Arrays.asList(names));
    }
}
