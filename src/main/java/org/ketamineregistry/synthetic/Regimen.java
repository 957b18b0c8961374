package org.ketamineregistry.synthetic;

import static org.ketamineregistry.synthetic.Vocabulary.ROUTE;
import static org.ketamineregistry.synthetic.Vocabulary.SNOMED;

/** The ways of treating that the cohort knows: a substance by a route. */
enum Regimen {
  INTRAVENOUS_RACEMIC("racemic-ketamine", SNOMED, "47625008", 60),
  NASAL_ESKETAMINE("esketamine", SNOMED, "46713006", 24),
  SUBCUTANEOUS_RACEMIC("racemic-ketamine", SNOMED, "34206005", 7),
  ORAL_RACEMIC("racemic-ketamine", SNOMED, "26643006", 4),
  SUBLINGUAL_RACEMIC("racemic-ketamine", ROUTE, "sublingual", 3),
  INTRAMUSCULAR_RACEMIC("racemic-ketamine", SNOMED, "78421000", 2);

  private static final Odds<Regimen> ODDS = odds();

  private final String substance;
  private final String routeSystem;
  private final String routeCode;
  private final double weight;

  Regimen(String substance, String routeSystem, String routeCode, double weight) {
    this.substance = substance;
    this.routeSystem = routeSystem;
    this.routeCode = routeCode;
    this.weight = weight;
  }

  static Regimen draw(Dice dice) {
    return ODDS.draw(dice);
  }

  String substance() {
    return substance;
  }

  String routeSystem() {
    return routeSystem;
  }

  String routeCode() {
    return routeCode;
  }

  boolean infused() {
    return this == INTRAVENOUS_RACEMIC;
  }

  boolean suppliedForHome() {
    return this == ORAL_RACEMIC || this == SUBLINGUAL_RACEMIC;
  }

  private static Odds<Regimen> odds() {
    Odds<Regimen> odds = new Odds<>();
    for (Regimen regimen : values()) {
      odds.or(regimen, regimen.weight);
    }
    return odds;
  }
}
