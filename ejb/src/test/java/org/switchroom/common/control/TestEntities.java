package org.switchroom.common.control;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/** Entities on a real database, compared with its tables; one entity manager, emptied after each transaction. */
public final class TestEntities implements AutoCloseable {
    private final SessionFactory factory;
    private final EntityManager entities;

    /** @throws RuntimeException if a table or column is not as an entity says */
    public TestEntities(Class<?>... types) {
        Configuration configuration = new Configuration();
        for (Class<?> type : types) {
            configuration.addAnnotatedClass(type);
        }
        configuration.setProperty("hibernate.connection.url", TestDatabase.property("url"));
        configuration.setProperty("hibernate.connection.username", TestDatabase.property("user"));
        configuration.setProperty("hibernate.connection.password", TestDatabase.property("password"));
        configuration.setProperty(
                "hibernate.connection.isolation", Integer.toString(Connection.TRANSACTION_READ_COMMITTED));
        configuration.setProperty("hibernate.hbm2ddl.auto", "validate");
        configuration.setProperty("hibernate.jpa.compliance.query", "true"); // as the container has it
        configuration.setProperty("hibernate.jdbc.time_zone", "UTC");
        configuration.setProperty("hibernate.timezone.default_storage", "NORMALIZE_UTC");
        configuration.getProperties().put("hibernate.type.json_format_mapper", new NoJson());
        factory = configuration.buildSessionFactory();
        entities = factory.createEntityManager();
    }

    public EntityManager manager() {
        return entities;
    }

    /** Runs it in a transaction, as the container does: what is thrown rolls back. */
    public <T> T in(Supplier<T> work) {
        entities.getTransaction().begin();
        try {
            T result = work.get();
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.clear();
        }
    }

    public void run(Runnable work) {
        in(() -> {
            work.run();
            return null;
        });
    }

    /** No entity has an attribute of JSON, and there is no JSON-B here to make one. */
    private static final class NoJson implements FormatMapper {
        @Override
        public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public void close() {
        entities.close();
        factory.close();
    }
}
