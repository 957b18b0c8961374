package org.ketamineregistry.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Base64BinaryType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;

/** Values of FHIR as a reader wants them: words with their code, quantities with their unit. */
final class Values {
  private final Links links;
  private final Terms terms;
  private final Markdown markdown;

  Values(Links links, Terms terms, Markdown markdown) {
    this.links = links;
    this.terms = terms;
    this.markdown = markdown;
  }

  /** The value as markup within a line; empty where only its parts can be told, one by one. */
  Optional<String> inline(Base value) {
    if (value instanceof Extension extension) {
      return extension.hasValue() && !extension.hasExtension()
          ? inline(extension.getValue())
          : Optional.empty();
    }
    if (value instanceof CodeableConcept concept) {
      return Optional.of(concept(concept));
    }
    if (value instanceof Coding coding) {
      return Optional.of(coding(coding));
    }
    if (value instanceof Quantity quantity) {
      return Optional.of(Html.escape(quantity(quantity)));
    }
    if (value instanceof Range range) {
      return Optional.of(
          Html.escape(quantity(range.getLow()) + " to " + quantity(range.getHigh())));
    }
    if (value instanceof Period period) {
      return Optional.of(Html.escape(period(period)));
    }
    if (value instanceof Reference reference && reference.hasReference()) {
      return Optional.of(named(reference.getReference()));
    }
    if (value instanceof Identifier identifier) {
      return Optional.of(
          code(identifier.getValue())
              + (identifier.hasSystem() ? " in " + named(identifier.getSystem()) : ""));
    }
    return value.isPrimitive() ? Optional.of(primitive(value)) : Optional.empty();
  }

  /** The parts of an extension in one line: {@code substance esketamine; maximum 84 mg}. */
  String phrase(Extension extension) {
    Optional<String> whole = inline(extension);
    if (whole.isPresent()) {
      return whole.get();
    }
    List<String> parts = new ArrayList<>();
    for (Extension part : extension.getExtension()) {
      parts.add(
          "<span class=\"faint\">"
              + Html.escape(spaced(part.getUrl().replaceFirst("^.*/", "")))
              + "</span> "
              + phrase(part));
    }
    return String.join("; ", parts);
  }

  /** A name that leads somewhere, where it does. */
  String named(String name) {
    String title =
        links
            .artefact(name)
            .or(() -> links.referenced(name))
            .map(Artefact::title)
            .orElseGet(() -> Terms.systemName(name.replaceFirst("\\|.*$", "")));
    return links
        .toString(name)
        .map(target -> new Html().link(target, title).toString())
        .orElseGet(() -> title.equals(name) ? code(name) : Html.escape(title));
  }

  String coding(Coding coding) {
    String system = coding.hasSystem() ? coding.getSystem() : "";
    Optional<String> words =
        coding.hasDisplay() ? Optional.of(coding.getDisplay()) : words(system, coding.getCode());
    String known = words.map(text -> Html.escape(text) + " ").orElse("");
    String target =
        links
            .artefact(system)
            .map(artefact -> artefact.page() + "#" + artefact.id() + "-" + coding.getCode())
            .orElse("");
    String code =
        target.isEmpty()
            ? code(coding.getCode())
            : new Html()
                .open("a", "href", target)
                .raw(code(coding.getCode()))
                .close("a")
                .toString();
    String of =
        target.isEmpty() && !system.isEmpty()
            ? " <span class=\"faint\">" + Html.escape(Terms.systemName(system)) + "</span>"
            : "";
    return known + code + of;
  }

  private Optional<String> words(String system, String code) {
    return system.equals("urn:iso:std:iso:3166")
        ? Optional.of(new Locale("", code).getDisplayCountry(Locale.ENGLISH))
        : terms.display(system, code);
  }

  private String concept(CodeableConcept concept) {
    List<String> codings = concept.getCoding().stream().map(this::coding).toList();
    String text = concept.hasText() ? Html.escape(concept.getText()) : "";
    return codings.isEmpty() ? text : String.join("<br/>", codings);
  }

  static String quantity(Quantity quantity) {
    String comparator = quantity.hasComparator() ? quantity.getComparator().toCode() + " " : "";
    String unit = quantity.hasUnit() ? quantity.getUnit() : unit(quantity.getCode());
    return comparator
        + (quantity.hasValue() ? quantity.getValue().toPlainString() : "")
        + (unit.isEmpty() ? "" : " " + unit);
  }

  private static String unit(@Nullable String code) {
    return switch (code == null ? "" : code) {
      case "d" -> "days";
      case "h" -> "hours";
      case "wk" -> "weeks";
      case "mo" -> "months";
      case "a" -> "years";
      case "1" -> "";
      default -> String.valueOf(code == null ? "" : code);
    };
  }

  static String period(Period period) {
    String start = period.hasStart() ? period.getStartElement().getValueAsString() : "";
    String end = period.hasEnd() ? period.getEndElement().getValueAsString() : "";
    return start.isEmpty()
        ? "until " + end
        : end.isEmpty() ? "from " + start : start + " to " + end;
  }

  private String primitive(Base value) {
    String text = String.valueOf(value.primitiveValue());
    if (value instanceof Base64BinaryType binary) {
      return binary.getValue().length + " bytes";
    }
    if (value instanceof BooleanType) {
      return text.equals("true") ? "yes" : "no";
    }
    if (value instanceof MarkdownType) {
      return markdown.line(text);
    }
    if (value instanceof CanonicalType || value instanceof UriType) {
      return named(text);
    }
    if (value instanceof CodeType) {
      return terms.display(text).map(words -> Html.escape(words) + " ").orElse("") + code(text);
    }
    return Html.escape(text);
  }

  /** The id of an element, which may break after its dots. */
  static String element(String id) {
    return "<code>" + Html.escape(id).replaceAll("[.:]", "$0<wbr/>") + "</code>";
  }

  static String code(@Nullable String code) {
    return "<code>" + Html.escape(String.valueOf(code)) + "</code>";
  }

  /** {@code CodeSystem} as {@code Code system}. */
  static String sentence(String type) {
    String words = spaced(type);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** {@code fitToLeave} as {@code fit to leave}, {@code dose-limit} as {@code dose limit}. */
  static String spaced(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('-', ' ').toLowerCase(Locale.ROOT);
  }
}
