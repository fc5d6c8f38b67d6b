package org.switchroom.inbound.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.switchroom.common.StaleVersionException;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.inbound.entity.InboundItem;
import org.switchroom.inbound.entity.InboundKind;
import org.switchroom.inbound.entity.ItemKey;

/** Stores items that stand up to their rules and to each other, and keeps what others lead to. */
@ApplicationScoped
public class InboundEditing {
    @Inject
    private Database database;

    @Inject
    private DatabaseTime time;

    protected InboundEditing() {}

    public InboundEditing(Database database, DatabaseTime time) {
        this.database = database;
        this.time = time;
    }

    /** What was and what is. */
    public record Change(InboundItem before, InboundItem after) {}

    /** By id. */
    public List<InboundItem> ofKind(InboundKind kind) {
        return database.inCurrentTransaction(connection -> new InboundRows(connection).ofKind(kind));
    }

    public Optional<InboundItem> find(ItemKey key) {
        return house().find(key);
    }

    /** Who leads to this item. */
    public List<ItemKey> usersOf(ItemKey key) {
        return house().usersOf(key);
    }

    /** How many items lead to each of this kind; one that nobody leads to is missing. */
    public Map<String, Long> useCounts(InboundKind kind) {
        return database.inCurrentTransaction(connection -> new InboundRows(connection).all()).stream()
                .flatMap(item -> item.references().values().stream().distinct())
                .filter(to -> to.kind() == kind)
                .collect(Collectors.groupingBy(ItemKey::id, Collectors.counting()));
    }

    /**
     * @throws InboundInvalidException if there can't be such an item
     * @throws InboundTakenException if there is one with this key
     */
    public InboundItem add(InboundItem wanted, String by) {
        try {
            return insert(wanted, by);
        } catch (DatabaseException e) {
            if (e.isDuplicateKey()) {
                throw new InboundTakenException(wanted.key()); // where there is no row, none can be locked
            }
            throw e;
        }
    }

    private InboundItem insert(InboundItem wanted, String by) {
        return database.inCurrentTransaction(connection -> {
            InboundRows rows = new InboundRows(connection);
            House house = new House(rows.allLocked());
            if (house.find(wanted.key()).isPresent()) {
                throw new InboundTakenException(wanted.key());
            }
            InboundItem added = checked(house, wanted, 0, by);
            rows.insert(added);
            return added;
        });
    }

    /**
     * @throws InboundInvalidException if it can't be like this
     * @throws UnknownInboundException if it is not there
     * @throws StaleVersionException if it has another version by now
     */
    public Change change(InboundItem wanted, String by) {
        return database.inCurrentTransaction(connection -> {
            InboundRows rows = new InboundRows(connection);
            House house = new House(rows.allLocked());
            InboundItem present = present(house, wanted.key(), wanted.version());
            InboundItem after = checked(house, wanted, present.version(), by);
            rows.update(after);
            return new Change(present, after.over(present.version() + 1));
        });
    }

    /**
     * Removes an item; returns it as it was.
     *
     * @throws InboundInUseException if others lead to it
     * @throws UnknownInboundException if it is not there
     * @throws StaleVersionException if it has another version by now
     */
    public InboundItem remove(ItemKey key, int version) {
        return database.inCurrentTransaction(connection -> {
            InboundRows rows = new InboundRows(connection);
            House house = new House(rows.allLocked());
            InboundItem present = present(house, key, version);
            List<ItemKey> users = house.usersOf(key);
            if (!users.isEmpty()) {
                throw new InboundInUseException(key, users);
            }
            rows.delete(key, version);
            return present;
        });
    }

    private House house() {
        return database.inCurrentTransaction(connection -> new House(new InboundRows(connection).all()));
    }

    private InboundItem checked(House house, InboundItem wanted, int version, String by) {
        var violations = house.violations(wanted);
        if (!violations.isEmpty()) {
            throw new InboundInvalidException(violations);
        }
        Instant now = time.now().truncatedTo(ChronoUnit.MILLIS);
        return InboundItem.of(wanted.key(), wanted.changed(), now, by, version);
    }

    private static InboundItem present(House house, ItemKey key, int seen) {
        InboundItem present = house.find(key).orElseThrow(() -> new UnknownInboundException(key));
        StaleVersionException.refuse("the " + key.words(), seen, present.version());
        return present;
    }
}
