package org.ketamineregistry.console;

import java.util.Comparator;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.ImplementationGuide.ImplementationGuideDefinitionResourceComponent;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.ketamineregistry.access.OpenMode;
import org.ketamineregistry.profiles.ProfilePackage;

/**
 * What there is to choose from, by type and name.
 *
 * @param profiles every profile of a resource that the guide has
 * @param examples every valid example of a profile of the guide
 * @param open whether the registry runs in the open mode
 */
public record Catalogue(List<Profile> profiles, List<Example> examples, boolean open) {
  /** A profile. */
  public record Profile(String type, String title, String url) {}

  /**
   * An example.
   *
   * @param file the name of its file without the ending
   */
  public record Example(String type, String title, String file) {}

  /** A form's answers become records, which meet profiles; they meet none themselves. */
  private static final String ANSWERED_FORM = "QuestionnaireResponse";

  static Catalogue of(ProfilePackage guide, OpenMode mode) {
    return new Catalogue(
        guide.of(StructureDefinition.class).stream()
            .filter(profile -> profile.getKind() == StructureDefinitionKind.RESOURCE)
            .filter(profile -> profile.getDerivation() == TypeDerivationRule.CONSTRAINT)
            .filter(profile -> !profile.getAbstract())
            .map(one -> new Profile(one.getType(), one.getTitle(), one.getUrl()))
            .sorted(Comparator.comparing(Profile::type).thenComparing(Profile::title))
            .toList(),
        guide.of(ImplementationGuide.class).stream()
            .flatMap(one -> one.getDefinition().getResource().stream())
            .filter(Catalogue::isExample)
            .map(Catalogue::example)
            .filter(example -> !example.type().equals(ANSWERED_FORM))
            .sorted(Comparator.comparing(Example::type).thenComparing(Example::title))
            .toList(),
        mode.on());
  }

  private static boolean isExample(ImplementationGuideDefinitionResourceComponent resource) {
    return resource.hasExampleCanonicalType()
        || (resource.getExample() instanceof BooleanType isOne && isOne.booleanValue());
  }

  private static Example example(ImplementationGuideDefinitionResourceComponent resource) {
    String reference = resource.getReference().getReference();
    return new Example(
        reference.substring(0, reference.indexOf('/')),
        resource.getName(),
        reference.replace('/', '-'));
  }
}
