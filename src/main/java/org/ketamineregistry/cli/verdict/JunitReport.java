package org.ketamineregistry.cli.verdict;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ketamineregistry.refusal.Problem;

/** For a CI: JUnit's XML, in which a folder is a test suite and a file a test case. */
final class JunitReport implements Report {
  private final PrintWriter out;
  private final Map<String, List<Judged>> byFolder = new LinkedHashMap<>();

  JunitReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void add(Judged judged) {
    byFolder.computeIfAbsent(judged.input().folder(), folder -> new ArrayList<>()).add(judged);
  }

  @Override
  public void end(Tally tally) {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      counts(xml, tally);
      for (var suite : byFolder.entrySet()) {
        suite(xml, suite.getKey(), suite.getValue());
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
      out.println();
      out.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Plain XML can always be written", e);
    }
  }

  private static void suite(XMLStreamWriter xml, String folder, List<Judged> files)
      throws XMLStreamException {
    var tally = new Tally();
    files.forEach(tally::add);
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", legal(folder));
    counts(xml, tally);
    for (Judged file : files) {
      testcase(xml, folder, file);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void testcase(XMLStreamWriter xml, String folder, Judged file)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", legal(folder));
    xml.writeAttribute("name", legal(file.input().fileName()));
    xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", file.took().toMillis() / 1000.0));
    if (file.unusable() != null) {
      xml.writeEmptyElement("error");
      xml.writeAttribute("message", legal(file.unusable()));
    } else if (!file.isValid()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("type", file.problems().get(0).code().code());
      xml.writeAttribute("message", legal(file.problems().get(0).message()));
      xml.writeCharacters(
          legal(file.problems().stream().map(JunitReport::line).collect(Collectors.joining("\n"))));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void counts(XMLStreamWriter xml, Tally tally) throws XMLStreamException {
    xml.writeAttribute("tests", Integer.toString(tally.files()));
    xml.writeAttribute("failures", Integer.toString(tally.invalid()));
    xml.writeAttribute("errors", Integer.toString(tally.unusable()));
  }

  private static String line(Problem problem) {
    return problem.line()
        + ":"
        + problem.column()
        + " "
        + problem.code().code()
        + (problem.rule() == null ? "" : " (" + problem.rule() + ")")
        + (problem.expression() == null ? "" : " " + problem.expression())
        + ": "
        + problem.message();
  }

  /** XML cannot hold every character that the name of a file can. */
  private static String legal(String text) {
    return text.replaceAll("[^\\t\\n\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
  }
}
