package org.switchroom.inbound.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.boundary.CurrentActor;
import org.switchroom.audit.entity.Actor;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.inbound.control.InboundEditing;
import org.switchroom.inbound.entity.InboundItem;
import org.switchroom.inbound.entity.InboundKind;
import org.switchroom.inbound.entity.ItemKey;

/** In-groups, DIDs, call menus, music classes and voicemail boxes, as administrators see and change them. */
@Stateless
@DatabaseTurn
public class InboundSettings {
    @Inject
    private InboundEditing editing;

    @Inject
    private AuditLog audit;

    @Inject
    private CurrentActor current;

    /** By id. */
    public List<InboundItem> list(InboundKind kind) {
        return editing.ofKind(kind);
    }

    public Optional<InboundItem> find(ItemKey key) {
        return editing.find(key);
    }

    /** Who leads to this item. */
    public List<ItemKey> usersOf(ItemKey key) {
        return editing.usersOf(key);
    }

    /** How many items lead to each of this kind; one that nobody leads to is missing. */
    public Map<String, Long> useCounts(InboundKind kind) {
        return editing.useCounts(kind);
    }

    /**
     * @throws org.switchroom.inbound.control.InboundInvalidException if there can't be such an item
     * @throws org.switchroom.inbound.control.InboundTakenException if there is one with this key
     */
    public InboundItem add(InboundItem wanted) {
        InboundItem added = editing.add(wanted, by());
        audit.record(entry(added.key()).verb(AuditVerb.ADDED).after(added.all()));
        return added;
    }

    /**
     * Stores an item over the version that it carries.
     *
     * @throws org.switchroom.inbound.control.InboundInvalidException if it can't be like this
     * @throws org.switchroom.inbound.control.UnknownInboundException if it is not there
     * @throws org.switchroom.common.StaleVersionException if it has another version by now
     */
    public InboundItem change(InboundItem wanted) {
        InboundEditing.Change change = editing.change(wanted, by());
        audit.record(entry(wanted.key())
                .before(change.before().all())
                .after(change.after().all()));
        return change.after();
    }

    /**
     * @throws org.switchroom.inbound.control.InboundInUseException if others lead to it
     * @throws org.switchroom.inbound.control.UnknownInboundException if it is not there
     * @throws org.switchroom.common.StaleVersionException if it has another version by now
     */
    public void remove(ItemKey key, int version) {
        InboundItem removed = editing.remove(key, version);
        audit.record(entry(key).verb(AuditVerb.REMOVED).before(removed.all()));
    }

    private static AuditEntry entry(ItemKey key) {
        return AuditEntry.of(key.kind().name().toLowerCase(Locale.ROOT), key.id());
    }

    private String by() {
        try {
            return current.actor().name();
        } catch (ContextNotActiveException e) {
            return Actor.SYSTEM.name();
        }
    }
}
