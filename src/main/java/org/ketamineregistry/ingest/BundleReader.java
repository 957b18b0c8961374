package org.ketamineregistry.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r5.elementmodel.Element;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/** Reads the entries of a transaction or batch, and what is wrong with their frame. */
final class BundleReader {
  /** A bundle of one session has some fifteen entries; this bounds what one request may cost. */
  private static final int MAX_ENTRIES = 2_000;

  /** Of any other bundle HL7's validator compares each entry with the others. */
  private static final int MAX_MEMBERS = 500;

  private final List<Problem> problems;
  private final Set<String> fullUrls = new HashSet<>();

  BundleReader(List<Problem> problems) {
    this.problems = problems;
  }

  List<SubmittedEntry> entries(Element bundle) {
    List<Element> entries = bundle.getChildrenByName("entry");
    if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
      problems.add(
          Problem.at(
              ErrorCode.ENTRY_REQUEST_INVALID,
              "Bundle.entry",
              bundle.line(),
              bundle.col(),
              "A bundle has from 1 to " + MAX_ENTRIES + " entries."));
      return List.of();
    }
    var read = new ArrayList<SubmittedEntry>();
    for (int i = 0; i < entries.size(); i++) {
      SubmittedEntry entry = entry(i, entries.get(i));
      if (entry != null) {
        read.add(entry);
      }
    }
    return read;
  }

  /** The resources of a bundle that is no submission, a document for example. */
  List<SubmittedEntry> members(Element bundle) {
    List<Element> entries = bundle.getChildrenByName("entry");
    if (entries.size() > MAX_MEMBERS) {
      problems.add(
          Problem.at(
              ErrorCode.ELEMENT_NOT_ALLOWED,
              "Bundle.entry",
              bundle.line(),
              bundle.col(),
              "A verdict is given on a bundle of at most "
                  + MAX_MEMBERS
                  + " entries: ask in several parts."));
      return List.of();
    }
    var read = new ArrayList<SubmittedEntry>();
    for (int i = 0; i < entries.size(); i++) {
      Element resource = entries.get(i).getNamedChild("resource");
      if (resource != null && isKnown("Bundle.entry[" + i + "]", resource)) {
        read.add(
            new SubmittedEntry(
                i,
                "Bundle.entry[" + i + "].resource",
                entries.get(i).getNamedChildValue("fullUrl"),
                resource,
                new Action(Action.Kind.CREATE, null, null, null)));
      }
    }
    return read;
  }

  private @Nullable SubmittedEntry entry(int index, Element entry) {
    String at = "Bundle.entry[" + index + "]";
    fullUrl(at, entry);
    Element resource = entry.getNamedChild("resource");
    Element request = entry.getNamedChild("request");
    if (resource == null || request == null) {
      problem(at, entry, "An entry has a resource and a request with method and url.");
    }
    if (resource == null) {
      return null;
    }
    if (!isKnown(at, resource)) {
      return null;
    }
    // What is wrong with the resource is said too, and whether it names a person is to be known.
    Action action =
        request == null
            ? new Action(Action.Kind.CREATE, null, null, null)
            : action(at, request, resource);
    return new SubmittedEntry(
        index, at + ".resource", entry.getNamedChildValue("fullUrl"), resource, action);
  }

  private Action action(String at, Element request, Element resource) {
    String type = resource.fhirType();
    String method = String.valueOf(request.getNamedChildValue("method"));
    String url = String.valueOf(request.getNamedChildValue("url"));
    var actions = new ActionReader(problems, at + ".request", request);
    return switch (method) {
      case "POST" -> {
        if (!url.equals(type)) {
          problem(
              at + ".request.url",
              request,
              "A POST goes to the type of its resource: " + type + ".");
        }
        yield actions.read(true, type, null, request.getNamedChildValue("ifNoneExist"), null);
      }
      case "PUT" -> {
        Action action = update(at, request, actions, type, url);
        actions.checkId(action.id(), resource);
        yield action;
      }
      default -> {
        problem(
            at + ".request.method",
            request,
            "The registry takes POST and PUT. Correct a record by PUT, or by PUT with status entered-in-error.");
        yield new Action(Action.Kind.CREATE, null, null, null);
      }
    };
  }

  private Action update(String at, Element request, ActionReader actions, String type, String url) {
    String ifMatch = request.getNamedChildValue("ifMatch");
    if (url.startsWith(type + "/")) {
      return actions.read(false, type, url.substring(type.length() + 1), null, ifMatch);
    }
    if (url.startsWith(type + "?")) {
      return actions.read(false, type, null, url.substring(type.length()), ifMatch);
    }
    problem(
        at + ".request.url",
        request,
        "A PUT goes to " + type + "/[id] or " + type + "?identifier=[system]|[value].");
    return new Action(Action.Kind.UPDATE, null, null, null);
  }

  private boolean isKnown(String at, Element resource) {
    if (!resource.fhirType().equals("Resource")) {
      return true;
    }
    problems.add(
        Problem.at(
            ErrorCode.NOT_A_FHIR_RESOURCE,
            at + ".resource",
            resource.line(),
            resource.col(),
            "This is no FHIR R4 resource: check its resourceType."));
    return false;
  }

  private void fullUrl(String at, Element entry) {
    String fullUrl = entry.getNamedChildValue("fullUrl");
    if (fullUrl != null && !fullUrls.add(fullUrl)) {
      problems.add(
          Problem.at(
              ErrorCode.FULL_URL_DUPLICATE,
              at + ".fullUrl",
              entry.line(),
              entry.col(),
              "Another entry has this fullUrl: give each entry a urn:uuid of its own."));
    }
  }

  private void problem(String expression, Element place, String message) {
    problems.add(
        Problem.at(
            ErrorCode.ENTRY_REQUEST_INVALID, expression, place.line(), place.col(), message));
  }
}
