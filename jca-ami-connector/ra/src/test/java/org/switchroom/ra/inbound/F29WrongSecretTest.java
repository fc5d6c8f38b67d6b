package org.switchroom.ra.inbound;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ami.fake.FakeAsterisk;
import org.switchroom.ami.fake.FakeUser;
import org.switchroom.ra.Servers;

/** F29: while all runs, an administrator changes the secret, takes a class away, or removes the user. */
class F29WrongSecretTest {
    @RegisterExtension
    private final AdapterRig rig = new AdapterRig();

    private final FakeAsterisk pbx1 = Servers.fake();

    @BeforeEach
    void open() {
        rig.join(Servers.events("pbx1", pbx1));
    }

    @AfterEach
    void close() {
        pbx1.close();
    }

    @Test
    void aChangedSecretIsTriedOnceInFiveSecondsAndNamed() {
        pbx1.user(FakeUser.events(Servers.EVENT_USER, "changed"));

        assertEquals(AmiProblem.WRONG_SECRET, problemAfterCut());
    }

    @Test
    void aMissingClassIsTriedOnceInFiveSecondsAndNamed() {
        pbx1.user(FakeUser.events(Servers.EVENT_USER, Servers.SECRET).withRead("call"));

        assertEquals(AmiProblem.MISSING_CLASS, problemAfterCut());
        assertTrue(rig.figures("pbx1").getStateReason().contains("class system"));
    }

    @Test
    void aRemovedUserIsTriedOnceInFiveSecondsAndTheStreamComesBackWithHim() {
        pbx1.removeUser(Servers.EVENT_USER);

        assertEquals(AmiProblem.WRONG_SECRET, problemAfterCut());
        pbx1.user(FakeUser.events(Servers.EVENT_USER, Servers.SECRET));

        await().until(() -> rig.opened("pbx1") == 2);
    }

    /** Cuts the stream, and counts logins for six seconds from the first refusal. */
    private AmiProblem problemAfterCut() {
        pbx1.cutAll();
        await().until(() -> rig.count("pbx1", AmiSignal.StreamRefused.class) > 0);
        int logins = pbx1.frames("Login").size();
        await().pollDelay(Duration.ofMillis(4900)).until(() -> true);
        assertEquals(logins, pbx1.frames("Login").size());
        return rig.bean().signals("pbx1").stream()
                .filter(AmiSignal.StreamRefused.class::isInstance)
                .map(signal -> ((AmiSignal.StreamRefused) signal).problem())
                .findFirst()
                .orElseThrow();
    }
}
