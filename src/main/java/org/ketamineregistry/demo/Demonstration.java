package org.ketamineregistry.demo;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ketamineregistry.cli.RegistryCommand;
import org.ketamineregistry.synthetic.Cohort;
import org.ketamineregistry.synthetic.SessionStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Plays the EHR once, and says where to look. */
@Component
@Profile("demo")
final class Demonstration {
  private static final long SEED = 2017;
  private static final int PATIENTS = 12;
  private static final String FAULTY = "patient-faulty/01-session.json";

  private final FhirContext context;
  private final Path folder;
  private final PrintStream out = System.out;

  Demonstration(FhirContext context, Environment environment) {
    this.context = context;
    folder =
        Path.of(environment.getProperty("registry.database.directory", "./data"), "demonstration");
  }

  @EventListener
  void play(ApplicationReadyEvent ready) throws IOException {
    var web = (ServletWebServerApplicationContext) ready.getApplicationContext();
    String base = "http://localhost:" + web.getWebServer().getPort() + "/fhir";
    out.println("The registry listens at " + base + " (this machine only).");
    if (Files.exists(folder)) {
      out.println("Its data is kept from an earlier start; nothing is pushed again.");
    } else {
      out.println(
          "First start: it plays an EHR and pushes "
              + PATIENTS
              + " synthetic patients through its own door,");
      out.println("and among them one faulty bundle, which it has to refuse.");
      generate();
      run("push", folder.toString(), "--to", base);
    }
    whereToLook(base);
  }

  private void run(String... arguments) {
    RegistryCommand.within(
        new PrintWriter(out, true), new PrintWriter(System.err, true), arguments);
  }

  private void generate() throws IOException {
    run(
        "generate",
        "--patients",
        Integer.toString(PATIENTS),
        "--seed",
        Long.toString(SEED),
        "--to",
        folder.toString());
    Path faulty = folder.resolve(FAULTY);
    Files.createDirectories(faulty.getParent());
    var clinics = Cohort.of(SEED, PATIENTS).clinics();
    Files.writeString(
        faulty,
        context
            .newJsonParser()
            .setPrettyPrint(true)
            .encodeResourceToString(SessionStream.of(SEED, clinics).faulty()));
  }

  private void whereToLook(String base) {
    out.println();
    out.println("Where to look:");
    out.println("  " + base + "/metadata                          what this server does");
    out.println("  " + base + "/MedicationAdministration?_count=5  doses");
    out.println("  " + base + "/AdverseEvent                      adverse events");
    out.println("  " + base + "/DetectedIssue                     findings of poor practice");
    out.println("  " + base + "/swagger-ui/                       the same to click through");
    out.println(
        "  " + folder + "  what was pushed; try: curl -H 'Content-Type: application/fhir+json'");
    out.println("      --data-binary @" + folder.resolve(FAULTY) + " " + base);
    out.println("Ctrl-C stops it; everything is kept in " + folder.getParent() + ".");
  }
}
