package org.switchroom.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.switchroom.system.LeavesNothingBehind;

/** A text that somebody types is text in what the page answers: whichever fields and pages there are (ASVS v5.0.0-1). */
@Order(49)
@ExtendWith(LeavesNothingBehind.class)
class HostileFieldsIT {
    private static HostileTexts planted;
    private static People people;

    @BeforeAll
    static void plant() throws SQLException {
        planted = new HostileTexts();
        people = new People();
    }

    @AfterAll
    static void leave() throws SQLException {
        HostileTexts.leave();
        People.leave();
    }

    /** Also in dialogs that are not open, longer than a browser would let, and sent by the form's own button. */
    @Test
    void isTextInWhatAPageAnswersToIt() {
        Typing typing = new Typing(people.session("admin"));
        planted.pages().forEach(typing::everywhere);

        assertEquals(Set.of(), typing.left(), "fields that nobody typed in");
        assertEquals(0, typing.broken().size(), () -> String.join("\n", typing.broken()));
    }
}
