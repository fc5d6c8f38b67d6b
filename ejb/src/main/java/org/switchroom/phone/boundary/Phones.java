package org.switchroom.phone.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.StaleVersionException;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.endpoint.boundary.EndpointDirectory;
import org.switchroom.phone.control.PhoneTakenException;
import org.switchroom.phone.control.UnknownPhoneException;
import org.switchroom.phone.entity.Phone;
import org.switchroom.phone.entity.PhoneFilter;
import org.switchroom.phone.entity.PhoneSettings;
import org.switchroom.server.boundary.ServerRegistry;
import org.switchroom.user.control.AccountErased;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.entity.UserAccount;

/** The phones of all people. A change changes the endpoint by which the phone is dialled too, and is in the audit. */
@Stateless
@DatabaseTurn
public class Phones {
    static final String SUBJECT = "phone";

    private static final String LIST = """
            select p from Phone p join p.owner o
             where (lower(p.label) like :text escape '!' or lower(p.endpoint) like :text escape '!'
                    or p.extension like :text escape '!' or lower(o.name) like :text escape '!'
                    or lower(o.fullName) like :text escape '!')
               and (:anyOwner = true or o.name = :owner)
               and (:anyServer = true or p.serverName = :server)
               and p.id > :after
             order by p.id""";
    private static final String OTHERS = """
            select p from Phone p
             where p.serverName = :server and p.id <> :id
               and (p.extension = :extension or (p.technology = :technology and p.endpoint = :endpoint))""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    DatabaseTime time;

    @Inject
    AuditLog audit;

    @Inject
    EndpointDirectory directory;

    @Inject
    ServerRegistry servers;

    /**
     * Those that are wanted, in the order in which they were added.
     *
     * @param after id after which to begin; 0 for the first
     */
    public List<Phone> list(PhoneFilter filter, long after, int most) {
        return entities.createQuery(LIST, Phone.class)
                .setParameter("text", filter.pattern())
                .setParameter("anyOwner", filter.owner().isEmpty())
                .setParameter("owner", filter.owner().orElse(""))
                .setParameter("anyServer", filter.server().isEmpty())
                .setParameter("server", filter.server().orElse(""))
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    public Optional<Phone> find(long id) {
        return Optional.ofNullable(entities.find(Phone.class, id));
    }

    /**
     * Adds a phone, and the endpoint by which it is dialled where there is none.
     *
     * @throws SettingsRefusedException if something of it can't be
     * @throws PhoneTakenException if another phone has its endpoint or extension
     */
    public Phone add(PhoneSettings settings) {
        Phone phone = new Phone(settings, checked(settings, 0), time.now());
        store(settings, () -> entities.persist(phone)); // inserts at once, for the id
        endpoints().follow(settings);
        audit.record(AuditEntry.of(SUBJECT, key(phone)).verb(AuditVerb.ADDED).after(settings.fields()));
        return phone;
    }

    /**
     * Changes a phone; its endpoint follows.
     *
     * @param seen the version that the change rests on
     * @throws SettingsRefusedException if something of it can't be
     * @throws PhoneTakenException if another phone has its endpoint or extension
     * @throws StaleVersionException if somebody else changed it meanwhile
     */
    public Phone change(long id, PhoneSettings settings, long seen) {
        Phone phone = locked(id);
        StaleVersionException.refuse("phone " + id, seen, phone.getVersion());
        UserAccount owner = checked(settings, id);
        PhoneSettings before = phone.settings();
        phone.configure(settings, owner);
        store(settings, entities::flush);
        if (!PhoneEndpoints.isSame(before, settings)) {
            endpoints().leave(before);
        }
        endpoints().follow(settings);
        audit.record(AuditEntry.of(SUBJECT, key(phone)).before(before.fields()).after(settings.fields()));
        return phone;
    }

    /**
     * Removes a phone with its endpoint: nothing can dial it any more.
     *
     * @param seen the version that was seen
     * @throws StaleVersionException if somebody else changed it meanwhile
     */
    public void remove(long id, long seen) {
        Phone phone = locked(id);
        StaleVersionException.refuse("phone " + id, seen, phone.getVersion());
        entities.remove(phone);
        endpoints().leave(phone.settings());
        audit.record(AuditEntry.of(SUBJECT, key(phone))
                .verb(AuditVerb.REMOVED)
                .before(phone.settings().fields()));
    }

    /** Removes the phones of a person of whom nothing is kept any more; the audit says which, and not what they were. */
    public void eraseOwner(@Observes AccountErased erased) {
        for (Phone phone : list(PhoneFilter.of(erased.name()), 0, Integer.MAX_VALUE)) {
            entities.remove(phone);
            endpoints().leave(phone.settings());
            audit.record(AuditEntry.of(SUBJECT, key(phone)).verb(AuditVerb.REMOVED));
        }
    }

    /**
     * What the owner calls it.
     *
     * @throws UnknownPhoneException if it is not this person's
     * @throws SettingsRefusedException if it can't be called so
     */
    public void rename(String owner, long id, String label) {
        Phone phone = own(owner, id);
        PhoneSettings before = phone.settings();
        phone.rename(label == null ? "" : label.strip());
        SettingsRefusedException.ifAny(phone.settings().violations().stream()
                .filter(each -> each.field().equals("label"))
                .toList());
        entities.flush();
        audit.record(AuditEntry.of(SUBJECT, key(phone))
                .before(before.fields())
                .after(phone.settings().fields()));
    }

    /**
     * The owner's phone that rings first from now on.
     *
     * @throws UnknownPhoneException if it is not this person's
     */
    public void prefer(String owner, long id) {
        own(owner, id);
        list(PhoneFilter.of(owner), 0, Integer.MAX_VALUE).forEach(phone -> phone.prefer(phone.getId() == id));
        entities.flush();
        audit.record(AuditEntry.of(SUBJECT, Long.toString(id)).after(Map.of("preferred", "true")));
    }

    private Phone own(String owner, long id) {
        Phone phone = locked(id);
        if (!phone.getOwner().getName().equals(owner)) {
            throw new UnknownPhoneException(id);
        }
        return phone;
    }

    private UserAccount checked(PhoneSettings settings, long id) {
        SettingsRefusedException.ifAny(settings.violations());
        if (servers.find(settings.serverName()).isEmpty()) {
            throw new SettingsRefusedException("server_name", "there is no such server");
        }
        entities.createQuery(OTHERS, Phone.class)
                .setParameter("server", settings.serverName())
                .setParameter("id", id)
                .setParameter("extension", settings.extension() == null ? "" : settings.extension())
                .setParameter("technology", settings.technology())
                .setParameter("endpoint", settings.endpoint())
                .getResultStream()
                .findFirst()
                .ifPresent(other -> {
                    boolean same = PhoneEndpoints.isSame(other.settings(), settings);
                    throw new PhoneTakenException(
                            same ? "endpoint" : "extension",
                            same ? settings.endpoint() : settings.extension(),
                            settings.serverName());
                });
        return entities.createQuery("select a from UserAccount a where a.name = :name", UserAccount.class)
                .setParameter("name", settings.owner())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new SettingsRefusedException("owner", "there is no such account"));
    }

    /** Of two who take an endpoint or extension at the same moment the second is told. */
    private static void store(PhoneSettings settings, Runnable work) {
        try {
            work.run();
        } catch (PersistenceException e) {
            if (new DatabaseException(e).isDuplicateKey()) {
                throw new PhoneTakenException("endpoint", settings.endpoint(), settings.serverName());
            }
            throw e;
        }
    }

    private PhoneEndpoints endpoints() {
        return new PhoneEndpoints(directory);
    }

    private Phone locked(long id) {
        return find(id).map(phone -> {
                    entities.refresh(phone, LockModeType.PESSIMISTIC_WRITE);
                    return phone;
                })
                .orElseThrow(() -> new UnknownPhoneException(id));
    }

    private static String key(Phone phone) {
        return phone.getId().toString();
    }
}
