package org.ketamineregistry.server;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.function.Predicate;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.Definitions;

/** Shows the artefacts of one type of the profile package, as the registry applies them. */
public abstract class GuideProvider<T extends MetadataResource> implements IResourceProvider {
  private final List<T> definitions;
  private final Class<T> type;

  GuideProvider(Definitions definitions, Class<T> type) {
    this.definitions = definitions.guide().of(type);
    this.type = type;
  }

  @Override
  public final Class<? extends IBaseResource> getResourceType() {
    return type;
  }

  /** The artefact with an id. */
  @Read
  public final IBaseResource read(@IdParam IdType id) {
    return definitions.stream()
        .filter(definition -> definition.getIdElement().getIdPart().equals(id.getIdPart()))
        .findFirst()
        .orElseThrow(() -> new ResourceNotFoundException(id));
  }

  /**
   * A page of the artefacts that are wanted, with links to the others.
   *
   * @param offset how many come before the page; null for none
   * @param count how many the page has at most; null for all
   */
  final IBundleProvider page(
      Predicate<T> wanted, @Nullable Integer offset, @Nullable Integer count) {
    List<T> found = definitions.stream().filter(wanted).toList();
    if (offset == null && count == null) {
      return new SimpleBundleProvider(found);
    }
    int from = Math.min(offset == null ? 0 : offset, found.size());
    int size = count == null ? found.size() : count;
    var page = new SimpleBundleProvider(found.stream().skip(from).limit(size).toList());
    page.setSize(found.size());
    page.setCurrentPageOffset(from);
    page.setCurrentPageSize(size);
    return page;
  }
}
