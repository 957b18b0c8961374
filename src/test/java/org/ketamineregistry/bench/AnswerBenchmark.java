package org.ketamineregistry.bench;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.indicator.CqlOfNotes;
import org.ketamineregistry.indicator.RandomNotes;
import org.ketamineregistry.practice.RuleSet.LawfulBasis;
import org.ketamineregistry.practice.RuleSetReader;
import org.ketamineregistry.privacy.CutSchedule;
import org.ketamineregistry.process.ServerProcess.Recipe;
import org.ketamineregistry.profiles.ProfilePackage;
import org.ketamineregistry.store.Counting;
import org.ketamineregistry.store.CutMaking;
import org.ketamineregistry.store.FlatDatabase;
import org.ketamineregistry.store.Indicators;
import org.ketamineregistry.store.MadeCut;
import org.ketamineregistry.synthetic.Cohort;
import org.ketamineregistry.synthetic.Submission;
import org.ketamineregistry.synthetic.Submission.Kind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * How long a registry with a million administrations takes to answer, beside SQL that is written by
 * hand for one question, and beside CQL. The method stands in {@code docs/performance.md}.
 */
class AnswerBenchmark {
  private static final Path FOLDER = Path.of("target", "bench-answer").toAbsolutePath();
  private static final int ADMINISTRATIONS =
      Integer.getInteger("registry.bench.administrations", 1_000_000);
  private static final int GENERATED = Integer.getInteger("registry.bench.patients", 160);
  private static final int TIMES = 3;
  private static final int CQL_PATIENTS = 40;

  /** A quarter and a year, by the first and the last day: nothing longer can be asked for. */
  private static final List<List<String>> PERIODS =
      List.of(List.of("2026-01-01", "2026-03-31"), List.of("2025-01-01", "2025-12-31"));

  private final ProfilePackage guide = ProfilePackage.load(FhirContext.forR4Cached());
  private final StringBuilder page = new StringBuilder();

  @Test
  void answersOnAMillionAdministrations() throws Exception {
    FileSystemUtils.deleteRecursively(FOLDER);
    try (var registry =
        ServerUnderTest.start(
            "registry",
            Recipe.registry(BenchmarkSettings.fromSystemProperties().jvm()),
            FOLDER,
            Map.of(
                "REGISTRY_PRIVACY_CUTS_INTERVAL", "0s", "REGISTRY_RATE_PER_CLIENT", "1000000"))) {
      registry.awaitReady();
      load(registry);
      var account = registry.database().account();
      var source =
          new DriverManagerDataSource(
              account.getJdbcUrl(), account.getUsername(), account.getPassword());
      var jdbc = new JdbcTemplate(source);
      long generated = count(jdbc, "flat.administration");
      new Multiplied(jdbc).by((int) (ADMINISTRATIONS / generated));
      MadeCut cut = cut(jdbc, source);
      answers(registry);
      byHand(registry, jdbc, cut);
    }
    byCql();
    Files.writeString(FOLDER.resolve("results.md"), page);
    System.out.println(page);
  }

  /** What the generator makes, through the door. */
  private static void load(ServerUnderTest registry) throws Exception {
    Cohort cohort = Cohort.of(1, GENERATED);
    List<Submission> clinics =
        cohort.submissions().takeWhile(one -> one.kind() == Kind.CLINIC).toList();
    for (Submission clinic : clinics) {
      var organization = (Organization) clinic.content();
      var identifier = organization.getIdentifierFirstRep();
      registry.register(
          Map.of(
              identifier.getSystem() + "|" + identifier.getValue(),
              text(organization).getBytes(StandardCharsets.UTF_8)));
    }
    IntStream.rangeClosed(1, GENERATED)
        .parallel()
        .forEach(
            number ->
                cohort
                    .patient(number)
                    .forEach(
                        one -> {
                          try {
                            registry.submit(text(one.content()));
                          } catch (IOException | InterruptedException e) {
                            throw new IllegalStateException(e);
                          }
                        }));
  }

  private MadeCut cut(JdbcTemplate jdbc, DriverManagerDataSource source) throws Exception {
    var making = new CutMaking(jdbc, new DataSourceTransactionManager(source), guide);
    Instant now = Instant.now();
    LawfulBasis basis =
        RuleSetReader.inForce(guide, Cohort.NOWHERE, LocalDate.ofInstant(now, ZoneOffset.UTC))
            .lawfulBasis();
    List<MadeCut> made = new ArrayList<>();
    double seconds =
        seconds(
            () ->
                made.addAll(making.make(CutSchedule.weekly().kept(now), basis, now).orElseThrow()));
    say(
        "%,d administrations of %,d persons; %,d measurements, %,d scores. The cut took %.0f s and has %s.%n%n",
        count(jdbc, "flat.administration"),
        made.get(0).persons(),
        count(jdbc, "flat.measurement"),
        count(jdbc, "flat.score"),
        seconds,
        jdbc.queryForObject(
            """
            SELECT pg_size_pretty(sum(pg_total_relation_size(c.oid)))
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relkind = 'r'
            """,
            String.class,
            made.get(0).copy()));
    return made.get(made.size() - 1);
  }

  /** The answer over HTTP, protected, divided by sex, by the length of the period. */
  private void answers(ServerUnderTest registry) throws Exception {
    say("| indicator | a quarter s | a year s |%n| --- | ---: | ---: |%n");
    for (String measure : new TreeSet<>(Indicators.MEASURES)) {
      if (measure.equals("submission-completeness")) {
        continue; // Only a registry asks for it, of itself.
      }
      say("| %s |", measure);
      for (List<String> period : PERIODS) {
        say(" %.2f |", median(() -> ask(registry, measure, period)));
      }
      say("%n");
    }
  }

  /** The same as a query for this question and no other, that counts and protects nothing. */
  private void byHand(ServerUnderTest registry, JdbcTemplate jdbc, MadeCut cut) throws Exception {
    say(
        "%n| indicator, over a year | answer s | by hand over the flat tables s | by hand over the cut s |%n");
    say("| --- | ---: | ---: | ---: |%n");
    // What whoever writes by hand would have.
    jdbc.execute("CREATE INDEX ON flat.session (id)");
    jdbc.execute("CREATE INDEX ON flat.administration (patient_id, started_at)");
    jdbc.execute("CREATE INDEX ON flat.score (patient_id, code, measured_at)");
    jdbc.execute("ANALYZE");
    List<String> year = PERIODS.get(1);
    for (HandWritten query : HandWritten.values()) {
      say(
          "| %s | %.2f | %.2f | %.2f |%n",
          query.measure(),
          median(() -> ask(registry, query.measure(), year)),
          median(() -> jdbc.queryForList(query.overFlatTables(), year.get(0), year.get(1))),
          median(() -> jdbc.queryForList(query.overCut(cut.copy()), year.get(0), year.get(1))));
    }
  }

  private void byCql() throws Exception {
    var database = new FlatDatabase();
    List<List<Resource>> notes = new ArrayList<>();
    for (int number = 0; number < CQL_PATIENTS; number++) {
      List<Resource> records = RandomNotes.of(number, "bench " + number);
      database.load(records, "person-" + number, UUID.randomUUID());
      notes.add(records);
    }
    LocalDate first = LocalDate.parse("2026-07-01");
    LocalDate last = LocalDate.parse("2026-09-30");
    var counting =
        new Counting(
            first,
            last,
            Instant.parse("2026-11-01T00:00:00Z"),
            Counting.Scope.NATIONAL_REGISTRY,
            LawfulBasis.STATUTORY);
    Indicators indicators = database.indicators();
    double sql = median(() -> indicators.of("sessions", counting));
    double cql =
        median(
            () ->
                notes.stream()
                    .mapToInt(
                        records ->
                            CqlOfNotes.count(
                                "SessionIndicators",
                                "Treated Sessions in Period",
                                first,
                                last,
                                records))
                    .sum());
    say(
        "%nsessions of %d patients, live: %.0f ms by SQL, %.0f ms by HAPI's CQL engine on records in memory, %.0f times as long.%n",
        CQL_PATIENTS, sql * 1_000, cql * 1_000, cql / sql);
  }

  private String ask(ServerUnderTest registry, String measure, List<String> period)
      throws IOException, InterruptedException {
    String answer =
        registry.post("/Measure/" + measure + "/$evaluate-protected", question(measure, period));
    if (!answer.contains("MeasureReport")) {
      throw new IllegalStateException(measure + ": " + answer);
    }
    return answer;
  }

  private String question(String measure, List<String> period) {
    String version = guide.of(ImplementationGuide.class).get(0).getVersion();
    boolean effect = List.of("response", "remission", "relapse").contains(measure);
    return """
    {"resourceType": "Parameters", "parameter": [
      {"name": "period-start", "valueDate": "%s"}, {"name": "period-end", "valueDate": "%s"},
      {"name": "guide-version", "valueString": "%s"}, {"name": "stratifier", "valueCode": "%s"}]}
    """
        .formatted(
            period.get(0),
            period.get(1),
            version,
            effect ? "instrument" : measure.equals("suicidality-follow-up") ? "age-band" : "sex");
  }

  private static double median(Callable<?> what) throws Exception {
    double[] seconds = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      seconds[i] = seconds(what);
    }
    Arrays.sort(seconds);
    return seconds[TIMES / 2];
  }

  private static double seconds(Callable<?> what) throws Exception {
    long start = System.nanoTime();
    what.call();
    return (System.nanoTime() - start) / 1e9;
  }

  private static long count(JdbcTemplate jdbc, String table) {
    Long rows = jdbc.queryForObject("SELECT count(*) FROM " + table, Long.class);
    return rows == null ? 0 : rows;
  }

  private static String text(Resource resource) {
    return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
  }

  private void say(String format, Object... values) {
    page.append(String.format(Locale.ROOT, format, values));
  }
}
