package org.ketamineregistry.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.ArrayList;
import java.util.List;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/**
 * What searches find by which an export is narrowed ({@code _typeFilter}). They look at all
 * records: what they find is on no list that it was not on before, and tells of no other record,
 * since such a search goes by the record's own elements alone.
 */
final class ExportFilters {
  /** The keys are held in memory; whoever asks for more narrows the search. */
  private static final int MOST = 1_000_000;

  private final DaoRegistry daos;
  private final MatchUrlService urls;
  private final FhirContext context;

  ExportFilters(DaoRegistry daos, MatchUrlService urls, FhirContext context) {
    this.daos = daos;
    this.urls = urls;
    this.context = context;
  }

  /**
   * The keys by which HAPI knows what any of the searches finds.
   *
   * @param searches each as it stands behind {@code Type?}
   * @throws Refused 400 where one is not understood, or they find too many
   */
  Long[] found(String type, List<String> searches) {
    List<Long> found = new ArrayList<>();
    for (String search : searches) {
      found.addAll(JpaPid.toLongList(found(type, search)));
    }
    return found.toArray(Long[]::new);
  }

  private List<JpaPid> found(String type, String search) {
    List<JpaPid> found;
    try {
      SearchParameterMap all =
          urls.translateMatchUrl(type + "?" + search, context.getResourceDefinition(type));
      all.setLoadSynchronousUpTo(MOST);
      found = daos.getResourceDao(type).searchForIds(all, SystemRequestDetails.forAllPartitions());
    } catch (DataFormatException e) {
      throw notUnderstood();
    } catch (BaseServerResponseException e) {
      if (e.getStatusCode() >= 500) {
        throw e;
      }
      throw notUnderstood();
    }
    if (found.size() >= MOST) {
      throw Refused.because(
          ErrorCode.INVALID_REQUEST,
          "A search of _typeFilter finds too many records: narrow it, by a date for example.");
    }
    return found;
  }

  /** What HAPI says of it repeats the value. */
  private static Refused notUnderstood() {
    return Refused.because(
        ErrorCode.INVALID_REQUEST,
        "A search of _typeFilter is not understood: use the search parameters that [base]/metadata"
            + " lists for the type, with values of their type.");
  }
}
