package org.switchroom.phone.boundary;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.switchroom.audit.boundary.RecordedAudit;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.TestDatabase;
import org.switchroom.common.control.TestEntities;
import org.switchroom.endpoint.boundary.EndpointDirectory;
import org.switchroom.endpoint.entity.Endpoint;
import org.switchroom.endpoint.entity.Technology;
import org.switchroom.phone.entity.Phone;
import org.switchroom.phone.entity.PhoneKind;
import org.switchroom.phone.entity.PhoneSettings;
import org.switchroom.server.boundary.ServerRegistry;
import org.switchroom.server.entity.AsteriskServer;
import org.switchroom.user.entity.UserAccount;
import org.switchroom.user.entity.UserGroup;

/** The feature on a real database: the people anna and bert, the server pbx1, no phone. */
final class PhoneBook implements AutoCloseable {
    final TestDatabase database = TestDatabase.empty();
    final TestEntities entities;
    final RecordedAudit audit = new RecordedAudit();
    final Phones phones;

    PhoneBook() {
        database.run("delete from endpoint");
        database.run("insert into user_account (name, full_name, password_hash) values ('anna', 'Anna A', '-')");
        database.run("insert into user_account (name, full_name, password_hash) values ('bert', 'Bert B', '-')");
        entities = new TestEntities(Phone.class, UserAccount.class, UserGroup.class, Endpoint.class);
        phones = wire(new Phones());
    }

    private Phones wire(Phones made) {
        made.entities = entities.manager();
        made.time = new DatabaseTime(System::nanoTime, database.now());
        made.audit = audit;
        made.directory = new Directory();
        made.servers = new Servers();
        return made;
    }

    Phone add(PhoneSettings settings) {
        return entities.in(() -> phones.add(settings));
    }

    static PhoneSettings of(String owner, String endpoint, String extension) {
        return new PhoneSettings(
                owner,
                "Desk",
                PhoneKind.SIP,
                Technology.PJSIP,
                "pbx1",
                endpoint,
                extension,
                "100@default",
                "+4989123",
                "Anna",
                true);
    }

    static PhoneSettings switchedOff(PhoneSettings like) {
        return new PhoneSettings(
                like.owner(),
                like.label(),
                like.kind(),
                like.technology(),
                like.serverName(),
                like.endpoint(),
                like.extension(),
                like.voicemail(),
                like.callerIdNumber(),
                like.callerIdName(),
                false);
    }

    /** Each endpoint with its kind and whether it can be dialled. */
    List<String> endpoints() {
        return database.rows("select concat_ws(' ', name, kind, enabled) from endpoint order by name");
    }

    @Override
    public void close() throws SQLException {
        entities.close();
        database.run("delete from phone");
        database.run("delete from endpoint");
        database.run("delete from user_account");
        database.close();
    }

    private static final class Servers extends ServerRegistry {
        @Override
        public Optional<AsteriskServer> find(String name) {
            return name.equals("pbx1") ? Optional.of(new AsteriskServer(name, null)) : Optional.empty();
        }
    }

    private final class Directory extends EndpointDirectory {
        @Override
        public List<Endpoint> endpointsOf(String serverName) {
            return entities.manager()
                    .createQuery("select e from Endpoint e where e.serverName = :name", Endpoint.class)
                    .setParameter("name", serverName)
                    .getResultList();
        }

        @Override
        public long add(Endpoint endpoint) {
            entities.manager().persist(endpoint);
            return endpoint.id();
        }

        @Override
        public void changeEndpoint(long id, Consumer<Endpoint> change) {
            change.accept(entities.manager().find(Endpoint.class, id));
        }

        @Override
        public void removeEndpoint(long id) {
            entities.manager().remove(entities.manager().find(Endpoint.class, id));
        }
    }
}
