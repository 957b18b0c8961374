package org.ketamineregistry.privacy;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.ketamineregistry.privacy.Indicator.Group;
import org.ketamineregistry.privacy.Population.Role;

/** A way to protect answers: two that others use, and the registry's. */
enum Guard {
  /** Exact counts with a minimum cell: what is under 11 is withheld. */
  MINIMUM_CELL("exact, minimum cell 11") {
    @Override
    OptionalLong ask(Town town, Ask ask, Role role, Random random) {
      long exact = exact(town, ask, role);
      return exact < 11 ? OptionalLong.empty() : OptionalLong.of(exact);
    }
  },
  /** Laplace noise of scale 2, drawn anew for each question, with a minimum cell. */
  FRESH_NOISE("fresh Laplace noise") {
    @Override
    OptionalLong ask(Town town, Ask ask, Role role, Random random) {
      double half = random.nextDouble() - 0.5;
      double laplace = -2 * Math.signum(half) * Math.log(1 - 2 * Math.abs(half));
      long noisy = exact(town, ask, role) + Math.round(laplace);
      return noisy < 11 ? OptionalLong.empty() : OptionalLong.of(noisy);
    }
  },
  /** The registry's. */
  REGISTRY("this registry") {
    @Override
    OptionalLong ask(Town town, Ask ask, Role role, Random random) {
      ReleasedCount count = town.answer(ask).rows().get(0).counts().get(role);
      return count == null ? OptionalLong.empty() : count.value();
    }
  };

  private final String words;

  Guard(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Asks for one cell: all dimensions are filters. */
  abstract OptionalLong ask(Town town, Ask ask, Role role, Random random);

  private static long exact(Town town, Ask ask, Role role) {
    Question question = ask.question();
    Group group = question.indicator().groups().get(0);
    Population population = group.population(role).orElseThrow();
    Map<String, String> bands = question.cell(group, population, question.filters()).bands();
    return town.apply(population).forSteward(bands).count();
  }
}
