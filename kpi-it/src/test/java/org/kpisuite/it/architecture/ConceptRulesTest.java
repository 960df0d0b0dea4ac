package org.kpisuite.it.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** The concepts come in one order, the same in each module, and none knows a later one. */
@AnalyzeClasses(locations = Shipped.class)
class ConceptRulesTest {

    private static final List<String> ORDER = List.of(
            "failure",
            "quantity",
            "calendar",
            "organisation",
            "access",
            "audit",
            "catalogue",
            "plan",
            "actual",
            "leadlag",
            "scorecard",
            "feed",
            "report",
            "delivery");

    /** Every use case asks who calls and writes down what he did, so these two come first there. */
    private static final List<String> ORDER_OF_USE_CASES = Stream.concat(Stream.of("access", "audit"), ORDER.stream())
            .distinct()
            .toList();

    @ArchTest
    static final ArchRule domainHasNoCycles =
            slices().matching("org.kpisuite.domain.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule reportsHaveNoCycles = slices().matching("org.kpisuite.reports.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule useCasesHaveNoCycles =
            slices().matching("org.kpisuite.ejb.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule webHasNoCycles =
            slices().matching("org.kpisuite.web.(*)..").should().beFreeOfCycles();

    @ArchTest
    static void domainFollowsTheOrder(JavaClasses classes) {
        followTheOrder("org.kpisuite.domain.", ORDER, classes);
    }

    @ArchTest
    static void useCasesFollowTheOrder(JavaClasses classes) {
        followTheOrder("org.kpisuite.ejb.", ORDER_OF_USE_CASES, classes);
    }

    private static void followTheOrder(String module, List<String> order, JavaClasses classes) {
        for (int i = 0; i < order.size() - 1; i++) {
            String[] later = order.subList(i + 1, order.size()).stream()
                    .map(concept -> module + concept + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(module + order.get(i) + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(later))
                    .because("the order of concepts is " + String.join(", ", order))
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }
}
