package org.ketamineregistry.cli;

import java.util.concurrent.Callable;
import org.ketamineregistry.server.RegistryServer;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code serve}: runs the server until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the registry's server (the default).",
      "Settings are given as --name=value, by the environment or in application.yml, for example",
      "  --server.port=8080",
      "  --spring.datasource.url=jdbc:postgresql://host/registry",
      "Without a data source it runs an embedded PostgreSQL on --registry.database.directory=./data."
    })
final class ServeCommand implements Callable<Integer> {
  @Unmatched private String[] settings = {};

  @Override
  public Integer call() {
    return serve(settings);
  }

  static int serve(String... settings) {
    System.out.println(
        "Ketamine Registry starts: database, profiles, validator; this takes about half a minute.");
    SpringApplication.run(RegistryServer.class, settings);
    return RegistryCommand.SERVING;
  }
}
