package org.ketamineregistry.privacy;

import java.util.Map;
import java.util.Random;
import org.ketamineregistry.privacy.Indicator.Group;
import org.ketamineregistry.privacy.Population.Role;

/** A way to protect answers: two that others use, and the registry's. */
enum Guard {
  /** Exact counts with a minimum cell: what is under 11 is withheld. */
  MINIMUM_CELL("exact counts, minimum cell 11") {
    @Override
    double average(Town town, Ask ask, Role role, int times, Random random) {
      return shown(exact(town, ask, role));
    }
  },
  /** Laplace noise of scale 2, drawn anew for each question, with a minimum cell. */
  FRESH_NOISE("Laplace noise, fresh each time") {
    @Override
    double average(Town town, Ask ask, Role role, int times, Random random) {
      long exact = exact(town, ask, role);
      double sum = 0;
      for (int i = 0; i < times; i++) {
        double half = random.nextDouble() - 0.5;
        double laplace = -2 * Math.signum(half) * StrictMath.log(1 - 2 * Math.abs(half));
        sum += shown(exact + Math.round(laplace));
      }
      return sum / times;
    }
  },
  /** The registry's. It is asked twice, with a restart between: more would be the same. */
  REGISTRY("this registry") {
    @Override
    double average(Town town, Ask ask, Role role, int times, Random random) {
      double first = shown(town, ask, role);
      if (times == 1) {
        return first;
      }
      town.restart();
      double again = shown(town, ask, role);
      if (first != again) {
        throw new AssertionError("The same members had other noise.");
      }
      return again;
    }
  };

  private final String words;

  Guard(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /**
   * Asks for one cell, all dimensions of which are filters, and averages.
   *
   * @param times how often the same is asked
   * @return 0 for what is withheld
   */
  abstract double average(Town town, Ask ask, Role role, int times, Random random);

  private static long shown(long value) {
    return value < 11 ? 0 : value;
  }

  private static double shown(Town town, Ask ask, Role role) {
    return town.answer(ask).rows().get(0).count(role).value().orElse(0);
  }

  private static long exact(Town town, Ask ask, Role role) {
    Question question = ask.question();
    Group group = question.indicator().groups().get(0);
    Population population = group.population(role).orElseThrow();
    Map<String, String> bands = question.cell(group, population, question.filters()).bands();
    return town.apply(population).forSteward(bands).count();
  }
}
