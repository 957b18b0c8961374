package org.ketamineregistry.store;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.migrate.HapiMigrationStorageSvc;
import ca.uhn.fhir.jpa.migrate.SchemaMigrator;
import ca.uhn.fhir.jpa.migrate.dao.HapiMigrationDao;
import ca.uhn.fhir.jpa.migrate.tasks.HapiFhirJpaMigrationTasks;
import ca.uhn.fhir.util.VersionEnum;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;

/** Brings HAPI's tables to this version by HAPI's own migrations, before anything uses them. */
final class HapiSchema {

  HapiSchema(DataSource dataSource) {
    String table = SchemaMigrator.HAPI_FHIR_MIGRATION_TABLENAME;
    var storage =
        new HapiMigrationStorageSvc(
            new HapiMigrationDao(dataSource, DriverTypeEnum.POSTGRES_9_4, table));
    storage.createMigrationTableIfRequired();
    var migrator =
        new SchemaMigrator(
            "HAPI FHIR",
            table,
            dataSource,
            new Properties(),
            new HapiFhirJpaMigrationTasks(Set.of()).getAllTasks(VersionEnum.values()),
            storage);
    migrator.setDriverType(DriverTypeEnum.POSTGRES_9_4);
    migrator.migrate();
  }
}
