package org.kpisuite.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may use what: the table of modules. */
@AnalyzeClasses(locations = Shipped.class)
class ModuleRulesTest {

    private static final String DOMAIN = "org.kpisuite.domain..";
    private static final String REPORTS = "org.kpisuite.reports..";
    private static final String EJB = "org.kpisuite.ejb..";
    private static final String WEB = "org.kpisuite.web..";
    private static final String LAUNCHER = "org.kpisuite.launcher..";

    @ArchTest
    static final ArchRule arrowsPointToTheDomain = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.kpisuite..")
            .layer("domain")
            .definedBy(DOMAIN)
            .layer("reports")
            .definedBy(REPORTS)
            .layer("ejb")
            .definedBy(EJB)
            .layer("web")
            .definedBy(WEB)
            .layer("launcher")
            .definedBy(LAUNCHER)
            .whereLayer("launcher")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("web")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ejb")
            .mayOnlyBeAccessedByLayers("web")
            .whereLayer("reports")
            .mayOnlyBeAccessedByLayers("ejb", "web")
            .whereLayer("domain")
            .mayOnlyBeAccessedByLayers("reports", "ejb", "web");

    /** What a scorecard is as data is made where it is as PDF and workbook, and compared with them; the API hands it on. */
    @ArchTest
    static final ArchRule webTakesOnlyDataOfReports = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat(resideInAPackage(REPORTS).and(resideOutsideOfPackage("org.kpisuite.reports.data..")));

    @ArchTest
    static final ArchRule everyClassIsInAModule =
            classes().should().resideInAnyPackage(DOMAIN, REPORTS, EJB, WEB, LAUNCHER);

    @ArchTest
    static final ArchRule domainKnowsOnlyValuesAndMathematics = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    DOMAIN,
                    "jakarta.persistence",
                    "org.threeten.extra..",
                    "com.ezylang.evalex..",
                    "org.hipparchus..",
                    "org.jspecify.annotations");

    @ArchTest
    static final ArchRule domainOfJakartaHasOnlyTheAnnotationsOfPersistence = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .dependOnClassesThat(new DescribedPredicate<>("are of Jakarta and neither annotation, enum nor converter") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getPackageName().startsWith("jakarta.")
                            && !type.isAnnotation()
                            && !type.isEnum()
                            && !type.isEquivalentTo(jakarta.persistence.AttributeConverter.class);
                }
            });

    @ArchTest
    static final ArchRule domainDoesNotLogOrTalk = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging", "java.sql", "javax.sql", "java.net.http")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.System$Logger");

    @ArchTest
    static final ArchRule reportsKnowNoServer = noClasses()
            .that()
            .resideInAPackage(REPORTS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta..");

    @ArchTest
    static final ArchRule useCasesKnowNoHttpAndNoPages = noClasses()
            .that()
            .resideInAPackage(EJB)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.faces..", "jakarta.servlet..", "org.primefaces..");

    @ArchTest
    static final ArchRule useCasesSeeOnlyTheFaceOfReports = noClasses()
            .that()
            .resideInAPackage(EJB)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "net.sf.jasperreports..", "org.apache.poi..", "org.apache.pdfbox..", "com.lowagie..", "java.awt..");

    @ArchTest
    static final ArchRule webHasNoSqlAndNoEntityManager = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "jakarta.persistence..",
                            "java.sql..",
                            "javax.sql..",
                            "org.flywaydb..",
                            "org.h2..",
                            "org.postgresql..")
                    // A lost race of two writers is answered here, by 412.
                    .and(not(assignableTo(Throwable.class))));

    @ArchTest
    static final ArchRule webDrawsNoDocuments = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("net.sf.jasperreports..", "org.apache.poi..", "org.apache.pdfbox..", "com.lowagie..");
}
