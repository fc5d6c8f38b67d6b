package org.switchroom.user.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.StaleVersionException;
import org.switchroom.common.control.SecretSeal;
import org.switchroom.user.control.RecoveryCodes;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.control.Totp;
import org.switchroom.user.entity.Role;
import org.switchroom.user.entity.SignInAddress;
import org.switchroom.user.entity.SignInRules;
import org.switchroom.user.entity.SignInStep;
import org.switchroom.user.entity.UserAccount;

class SecondFactorsIT {
    private static final Optional<String> ADDRESS = Optional.of("192.0.2.7");

    private final People people = new People();
    private final SecondFactors factors = new SecondFactors();
    private final RulesOfSignIn rules = new RulesOfSignIn();
    private final SignIn signIn = new SignIn();
    private final SignInTries tries = new SignInTries();
    private final String key = Totp.newKey();

    @BeforeEach
    void wire() {
        factors.entities = people.entities.manager();
        factors.time = people.time;
        factors.audit = people.audit;
        factors.seal = new SecretSeal(new SecretKeySpec(new byte[32], "AES"));
        rules.entities = people.entities.manager();
        rules.audit = people.audit;
        signIn.entities = people.entities.manager();
        signIn.time = people.time;
        signIn.audit = people.audit;
        signIn.rules = rules;
        tries.entities = people.entities.manager();
        tries.time = people.time;
        people.add("anna", Role.SUPERVISOR);
        people.entities.run(() -> people.accounts.changePassword("anna", People.PASSWORD, "one of my very own"));
    }

    @AfterEach
    void close() throws SQLException {
        people.database.run("delete from setting");
        people.database.run("delete from sign_in_address");
        people.close();
    }

    @Test
    void isEnrolledByARightCodeAndSealed() {
        assertThrows(SettingsRefusedException.class, () -> enrol("000000"));
        assertEquals(Optional.empty(), state().since());

        List<String> codes = enrol(nextCode());

        assertEquals(RecoveryCodes.COUNT, codes.size());
        assertEquals(RecoveryCodes.COUNT, state().codesLeft());
        assertFalse(people.database.row("select totp_secret from user_account").contains(key));
        assertFalse(people.audit.entries().toString().contains(key));
        assertFalse(people.database
                .rows("select code_hash from recovery_code")
                .toString()
                .contains(codes.get(0)));
        assertThrows(SettingsRefusedException.class, () -> enrol(nextCode()));
    }

    @Test
    void aCodeLetsInOnce() {
        enrol(Totp.of(key).code(Totp.stepOf(people.time.now()) - 1));
        String code = Totp.of(key).code(Totp.stepOf(people.time.now()));

        assertTrue(isRight(code.substring(0, 3) + " " + code.substring(3)));
        assertFalse(isRight(code));
        assertFalse(isRight(""));
        assertFalse(isRight(null));
    }

    @Test
    void aRecoveryCodeLetsInOnce() {
        List<String> codes = enrol(nextCode());

        assertTrue(isRight(codes.get(3)));
        assertFalse(isRight(codes.get(3)));
        assertEquals(RecoveryCodes.COUNT - 1, state().codesLeft());
        assertTrue(people.audit.last().changes().containsKey("recovery_codes"));
    }

    @Test
    void anothersRecoveryCodeIsNoGood() {
        List<String> codes = enrol(nextCode());
        people.add("bert", Role.ADMIN);

        assertFalse(people.entities.in(() -> factors.isRight("bert", codes.get(0), ADDRESS)));
    }

    @Test
    void newRecoveryCodesMakeTheOldOnesWorthless() {
        List<String> before = enrol(nextCode());

        List<String> after = people.entities.in(() -> factors.renewCodes("anna", before.get(0)));

        assertFalse(isRight(before.get(1)));
        assertTrue(isRight(after.get(1)));
    }

    @Test
    void isDroppedWithACodeOrByAnAdministrator() {
        List<String> codes = enrol(nextCode());
        assertThrows(SettingsRefusedException.class, () -> people.entities.run(() -> factors.drop("anna", "000000")));

        people.entities.run(() -> factors.drop("anna", codes.get(0)));
        assertEquals(new SecondFactors.State(Optional.empty(), 0), state());

        enrol(nextCode());
        people.entities.run(() -> factors.reset("anna"));
        assertEquals(new SecondFactors.State(Optional.empty(), 0), state());
    }

    @Test
    void isNoOtherVersionOfTheAccount() {
        long before = account().getVersion();

        enrol(nextCode());

        assertEquals(before, account().getVersion());
    }

    @Test
    void stepsComeOneAfterTheOther() {
        assertEquals(Optional.empty(), next(false));
        require();
        assertEquals(Optional.of(SignInStep.ENROL), next(false));
        enrol(nextCode());
        assertEquals(Optional.of(SignInStep.CODE), next(false));
        people.entities.run(() -> people.accounts.setPassword("anna", "set by somebody else"));
        assertEquals(Optional.of(SignInStep.CODE), next(false));
        assertEquals(Optional.of(SignInStep.PASSWORD), next(true));

        people.entities.run(() -> people.accounts.choosePassword("anna", "once more my very own"));

        assertEquals(Optional.empty(), next(true));
    }

    @Test
    void theSamePasswordAgainIsNoChoice() {
        people.entities.run(() -> people.accounts.setPassword("anna", "set by somebody else"));

        assertThrows(
                SettingsRefusedException.class,
                () -> people.entities.run(() -> people.accounts.choosePassword("anna", "set by somebody else")));
    }

    @Test
    void rulesAreChangedFromOneVersionToTheNext() {
        require();

        assertTrue(rules.rules().secondFactorRequired());
        assertEquals(
                "true",
                people.audit.last().changes().get("second_factor_required").after());
        assertThrows(
                StaleVersionException.class, () -> people.entities.run(() -> rules.change(SignInRules.DEFAULT, 0)));
        long seen = rules.present().version();
        people.entities.run(() -> rules.change(SignInRules.DEFAULT, seen));
        assertEquals(SignInRules.DEFAULT, rules.rules());
    }

    @Test
    void fiveWrongTriesLockTheAccountAndSaySoInTheAudit() {
        for (int i = 0; i < UserAccount.MOST_FAILURES; i++) {
            assertTrue(people.entities.in(() -> signIn.mayTry("anna")));
            people.entities.run(() -> signIn.failed("anna", ADDRESS));
        }

        assertFalse(people.entities.in(() -> signIn.mayTry("anna")));
        assertEquals(AuditVerb.REFUSED, people.audit.last().verb());
        assertTrue(people.entities.in(() -> signIn.mayTry("nobody")));
    }

    @Test
    void anAddressIsLockedWhateverAccountsItTries() {
        for (int i = 0; i < SignInAddress.MOST_FAILURES; i++) {
            assertTrue(people.entities.in(() -> tries.mayTry("192.0.2.7")));
            people.entities.run(() -> tries.failed("192.0.2.7"));
        }

        assertFalse(people.entities.in(() -> tries.mayTry("192.0.2.7")));
        assertTrue(people.entities.in(() -> tries.mayTry("192.0.2.8")));
    }

    private void require() {
        people.entities.run(
                () -> rules.change(new SignInRules(true, 90), rules.present().version()));
    }

    private Optional<SignInStep> next(boolean codeGiven) {
        return people.entities.in(() -> signIn.next("anna", codeGiven));
    }

    private List<String> enrol(String code) {
        return people.entities.in(() -> factors.enrol("anna", key, code));
    }

    private boolean isRight(String code) {
        return people.entities.in(() -> factors.isRight("anna", code, ADDRESS));
    }

    private SecondFactors.State state() {
        return people.entities.in(() -> factors.state("anna"));
    }

    private UserAccount account() {
        return people.accounts.find("anna").orElseThrow();
    }

    private String nextCode() {
        return Totp.of(key).code(Totp.stepOf(people.time.now()));
    }
}
