package org.switchroom.user.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.common.StaleVersionException;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.common.control.UniqueRow;
import org.switchroom.user.control.NameTakenException;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.entity.Setting;
import org.switchroom.user.entity.SignInRules;

/** What holds for everybody's sign-in. Each change is in the audit. */
@Stateless
@DatabaseTurn
public class RulesOfSignIn {
    static final String SUBJECT = "sign_in_rules";

    private static final String NAME = "sign_in";

    @PersistenceContext
    EntityManager entities;

    @Inject
    AuditLog audit;

    /**
     * The rules as they stand.
     *
     * @param version 0 before anybody changed anything
     */
    public record Present(SignInRules rules, long version) {}

    public SignInRules rules() {
        return present().rules();
    }

    public Present present() {
        return find().map(setting -> new Present(SignInRules.of(setting.getValue()), setting.getVersion() + 1L))
                .orElse(new Present(SignInRules.DEFAULT, 0));
    }

    /**
     * Changes the rules.
     *
     * @param seen the version that the change rests on
     * @throws SettingsRefusedException if something of it can't be
     * @throws StaleVersionException if somebody else changed them meanwhile
     */
    public void change(SignInRules wanted, long seen) {
        SettingsRefusedException.ifAny(wanted.violations());
        find().ifPresent(setting -> entities.refresh(setting, LockModeType.PESSIMISTIC_WRITE));
        Present before = present();
        StaleVersionException.refuse("rules of signing in", seen, before.version());
        find().ifPresentOrElse(
                        setting -> setting.setValue(wanted.text()),
                        () -> UniqueRow.store(
                                entities,
                                new Setting(NAME, wanted.text()),
                                () -> new NameTakenException("a setting", NAME)));
        entities.flush();
        audit.record(
                AuditEntry.of(SUBJECT, "all").before(before.rules().fields()).after(wanted.fields()));
    }

    private Optional<Setting> find() {
        return Optional.ofNullable(entities.find(Setting.class, NAME));
    }
}
