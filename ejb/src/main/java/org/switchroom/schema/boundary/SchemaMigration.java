package org.switchroom.schema.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.switchroom.schema.control.SchemaLog;

/**
 * Runs the scripts of {@code sql/} with the account that may change tables, before anything else starts, and then lets Hibernate
 * compare its entities with what is there. The deployment fails if either fails. Other startup beans depend on this one by name.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
    @Resource(lookup = "java:/jdbc/SwitchroomMigrationDS")
    private DataSource migrationSource;

    @PersistenceUnit
    private EntityManagerFactory entities;

    @PostConstruct
    void migrate() {
        var result = Flyway.configure(getClass().getClassLoader())
                .dataSource(migrationSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        SchemaLog.LOG.migrated(result.targetSchemaVersion, result.migrationsExecuted);
        entities.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
    }
}
