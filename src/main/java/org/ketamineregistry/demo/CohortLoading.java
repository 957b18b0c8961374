package org.ketamineregistry.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ketamineregistry.synthetic.Clinic;
import org.ketamineregistry.synthetic.Cohort;

/** The invented patients of the demonstration, and how they come to the registries. */
final class CohortLoading {
  private static final long SEED = 2017;

  private final Progress progress;

  CohortLoading(Progress progress) {
    this.progress = progress;
  }

  /** The patients and clinics of a country. */
  static Cohort cohort(Country country) {
    return Cohort.of(SEED, country.patients(), country.jurisdiction());
  }

  /** Sends what was not accepted yet: to all registries at once, each clinic after clinic. */
  void load(List<CountryFolder> all) throws Failed, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(all.size());
    try {
      List<Callable<Void>> loads = new ArrayList<>();
      all.forEach(one -> loads.add(() -> load(one)));
      for (Future<Void> load : workers.invokeAll(loads)) {
        load.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Failed failed) {
        throw failed;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private Void load(CountryFolder of) throws Failed {
    Country country = of.country();
    if (!Files.exists(of.cohort())) {
      DemoCommand.run(
          List.of(0),
          List.of(
              "generate",
              "--by-sender",
              "--compact",
              "--seed",
              Long.toString(SEED),
              "--patients",
              Integer.toString(country.patients()),
              "--jurisdiction",
              country.jurisdiction(),
              "--to",
              of.cohort().toString()));
    }
    push(of, "steward", CountryFolder.STEWARD, "purpose/HSYSADMIN system/Organization.crus");
    for (Clinic clinic : cohort(country).clinics()) {
      String id = clinic.identifier();
      push(of, id, CountryFolder.clinicClient(id), "purpose/TREAT system/*.crus");
    }
    return null;
  }

  private void push(CountryFolder of, String sender, String client, String scope) throws Failed {
    Path sent = of.cohort().resolve(sender);
    if (!Files.exists(sent)) {
      return;
    }
    List<String> arguments = new ArrayList<>(List.of("push", sent.toString()));
    arguments.addAll(List.of("--to", of.base().toString(), "--scope", scope));
    arguments.addAll(List.of("--concurrency", "2"));
    arguments.addAll(of.as(client));
    String report = DemoCommand.run(List.of(0), arguments);
    progress.say("%s: %s, %s".formatted(of.country().id(), sender, report.strip()));
  }
}
