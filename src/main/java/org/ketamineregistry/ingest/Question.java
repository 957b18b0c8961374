package org.ketamineregistry.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/**
 * What somebody wants a verdict on, read but not yet taken for a submission: a resource, or a
 * Parameters resource that has it as its parameter {@code resource} and says what is asked. Only
 * {@link Ingest} makes one.
 */
public final class Question {
  private static final Pattern WRAPPED =
      Pattern.compile("^Parameters\\.parameter\\[\\d+]\\.resource(?:/\\*.*?\\*/)?");

  /** The parameter of {@code $validate} that has the resource. */
  static final String RESOURCE = "resource";

  /** What {@code $validate} is told beside the resource. */
  static final Map<String, String> VALUES = Map.of("mode", "a code", "profile", "a canonical URL");

  private final Incoming incoming;
  private final String name;
  private final Map<String, String> values;
  private final Element root;
  private final List<ValidationMessage> findings;

  /**
   * @param name the parameter that has the resource
   * @param values the other parameters that are known, and what each of them is in words
   */
  Question(
      Incoming incoming,
      String name,
      Map<String, String> values,
      Element root,
      List<ValidationMessage> findings) {
    this.incoming = incoming;
    this.name = name;
    this.values = values;
    this.root = root;
    this.findings = findings;
  }

  /**
   * What is asked, as far as a Parameters resource says it.
   *
   * @return the values that there are, such as those of {@code mode} and {@code profile} for {@code
   *     $validate}
   * @throws Refused 400 where it has other parameters, or one of them twice or without a value
   */
  public Map<String, String> parameters() {
    Map<String, String> said = new HashMap<>();
    boolean resource = false;
    for (Element parameter : parameterElements()) {
      String called = String.valueOf(parameter.getNamedChildValue("name"));
      String value = parameter.getNamedChildValue("value");
      if (isResource(parameter) && !resource) {
        resource = true;
      } else if (!values.containsKey(called) || value == null || said.put(called, value) != null) {
        throw Refused.because(
            ErrorCode.INVALID_REQUEST,
            values.isEmpty()
                ? "The one parameter is " + name + ", a resource: leave the others out."
                : "The parameters are "
                    + name
                    + " (a resource)"
                    + new TreeMap<>(values)
                        .entrySet().stream()
                            .map(one -> ", " + one.getKey() + " (" + one.getValue() + ")")
                            .collect(Collectors.joining())
                    + ", each at most once.");
      }
    }
    return said;
  }

  /** The text as it was sent. */
  public Incoming incoming() {
    return incoming;
  }

  public boolean hasResource() {
    return resource() != null;
  }

  /** The type of the resource, or of the parameters where there is none. */
  public String resourceType() {
    Element resource = resource();
    return (resource == null ? root : resource).fhirType();
  }

  /**
   * The resource as it would be read at a door; its places are those of the text as it was sent.
   *
   * @throws Refused 400 where there is no resource, or the door does not take it
   */
  public Submitted by(Door door) {
    parameters();
    Element resource = resource();
    if (resource == null) {
      throw Refused.because(
          ErrorCode.INVALID_REQUEST,
          "A resource is needed: send it as the body, or as the parameter "
              + name
              + " of a Parameters resource.");
    }
    if (resource != root) {
      findings.forEach(
          finding ->
              finding.setLocation(
                  WRAPPED.matcher(finding.getLocation()).replaceFirst(resource.fhirType())));
    }
    var through =
        new Incoming(
            door,
            incoming.format(),
            incoming.body(),
            incoming.receivedAt(),
            incoming.requestId(),
            incoming.caller());
    return Ingest.submitted(through, resource, findings);
  }

  private @Nullable Element resource() {
    if (!root.fhirType().equals("Parameters")) {
      return root;
    }
    return parameterElements().stream()
        .filter(this::isResource)
        .map(parameter -> parameter.getNamedChild("resource"))
        .findFirst()
        .orElse(null);
  }

  private boolean isResource(Element parameter) {
    return name.equals(parameter.getNamedChildValue("name"))
        && parameter.getNamedChild("resource") != null;
  }

  private List<Element> parameterElements() {
    return root.fhirType().equals("Parameters") ? root.getChildrenByName("parameter") : List.of();
  }
}
