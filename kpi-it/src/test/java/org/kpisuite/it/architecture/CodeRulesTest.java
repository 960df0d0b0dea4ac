package org.kpisuite.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Rules over what code does, rather than over where it is. */
@AnalyzeClasses(locations = Shipped.class)
class CodeRulesTest {

    @ArchTest
    static final ArchRule domainAndReportsDoNotAskWhatTimeItIs = noClasses()
            .that()
            .resideInAnyPackage("org.kpisuite.domain..", "org.kpisuite.reports..")
            .should()
            .callCodeUnitWhere(asksWhatTimeItIs())
            .because("time comes in as a Clock or an as-of argument: equal input gives equal bytes");

    @ArchTest
    static final ArchRule nobodyUsesTheOldDates = noClasses()
            .that()
            // PDFBox takes the time of a document in no other form.
            .resideOutsideOfPackage("org.kpisuite.reports.pdf")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.text.SimpleDateFormat")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.GregorianCalendar");

    @ArchTest
    static final ArchRule businessNumbersAreExact = classes()
            .that()
            .resideOutsideOfPackages(
                    "..leadlag..",
                    // Where the format itself counts in floating point: coordinates, and cells of a workbook.
                    "org.kpisuite.reports.chart..",
                    "org.kpisuite.reports.look..",
                    "org.kpisuite.reports.pdf..",
                    "org.kpisuite.reports.pack..",
                    "org.kpisuite.reports.workbook..",
                    "org.kpisuite.reports.intake..",
                    // Noise for the sample company.
                    "org.kpisuite.web.sample..")
            .should(new UseNoFloatingPoint());

    @ArchTest
    static final ArchRule beansNameTheRolesThatMayCallThem = methods()
            .that()
            .areDeclaredInClassesThat(areSessionBeans())
            .and()
            .arePublic()
            .and()
            .areNotStatic()
            .should(new NameItsRoles());

    @ArchTest
    static final ArchRule schedulesLiveInTheDatabase = noMethods()
            .should()
            .beAnnotatedWith(Schedule.class)
            .because("a timer of the container is lost with its node; jobs are rows");

    @ArchTest
    static final ArchRule aggregatesHaveNoSetters = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .or()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Embeddable.class)
            .should(new SetAField())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveSimpleName("Utils")
            .orShould()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto|DTO|Data|Info)")
            .because("such a name says nothing; find the word of the field");

    @ArchTest
    static final ArchRule onlyProgramsPrint = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.kpisuite.launcher..",
                    "org.kpisuite.web.command..",
                    "org.kpisuite.web.sample..",
                    "..reports.template..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")
            .orShould()
            .callMethod(System.class, "exit", int.class);

    private static DescribedPredicate<JavaCall<?>> asksWhatTimeItIs() {
        return new DescribedPredicate<>("it asks what time it is") {
            @Override
            public boolean test(JavaCall<?> call) {
                String name = call.getName();
                return switch (call.getTargetOwner().getName()) {
                    case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
                    case "java.lang.System" ->
                        List.of("currentTimeMillis", "nanoTime").contains(name);
                    case "java.util.Date" -> name.equals("<init>") && hasNoArguments(call);
                    case "java.util.Calendar" -> name.equals("getInstance");
                    default -> isOfTime(call) && name.equals("now") && !isGivenAClock(call);
                };
            }
        };
    }

    private static boolean isOfTime(JavaCall<?> call) {
        return call.getTargetOwner().getPackageName().startsWith("java.time");
    }

    private static boolean isGivenAClock(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean hasNoArguments(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().isEmpty();
    }

    private static DescribedPredicate<JavaClass> areSessionBeans() {
        return new DescribedPredicate<>("are session beans") {
            @Override
            public boolean test(JavaClass type) {
                return type.isAnnotatedWith(Stateless.class)
                        || type.isAnnotatedWith(Stateful.class)
                        || type.isAnnotatedWith(Singleton.class);
            }
        };
    }

    private static final class NameItsRoles extends ArchCondition<JavaMethod> {

        private static final List<Class<? extends Annotation>> ROLES =
                List.of(RolesAllowed.class, PermitAll.class, DenyAll.class);

        NameItsRoles() {
            super("say who may call them, by @RolesAllowed, @PermitAll or @DenyAll on method or class");
        }

        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            boolean named = ROLES.stream()
                    .anyMatch(role ->
                            method.isAnnotatedWith(role) || method.getOwner().isAnnotatedWith(role));
            boolean generated = method.getModifiers().contains(JavaModifier.SYNTHETIC)
                    || method.getModifiers().contains(JavaModifier.BRIDGE);
            if (!named && !generated) {
                events.add(SimpleConditionEvent.violated(method, method.getFullName() + " names no role"));
            }
        }
    }

    /** {@code setName} beside a field {@code name}. A word of the field that begins with "set" is none. */
    private static final class SetAField extends ArchCondition<JavaMethod> {

        SetAField() {
            super("set a field and do nothing else");
        }

        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            boolean sets = method.getOwner().getAllFields().stream()
                    .anyMatch(field -> method.getName().equals("set" + capitalised(field.getName())));
            events.add(new SimpleConditionEvent(method, sets, method.getFullName() + " is a setter"));
        }

        private static String capitalised(String name) {
            return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        }
    }

    private static final class UseNoFloatingPoint extends ArchCondition<JavaClass> {

        private static final List<String> TYPES =
                List.of("double", "float", "java.lang.Double", "java.lang.Float", "double[]", "float[]");

        UseNoFloatingPoint() {
            super("hold, take, give or compute no double or float");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getFields().stream()
                    .filter(field -> isFloating(field.getRawType()))
                    .forEach(field -> events.add(SimpleConditionEvent.violated(type, field.getFullName() + " is one")));
            type.getCodeUnits().stream()
                    .filter(code -> isFloating(code.getRawReturnType())
                            || code.getRawParameterTypes().stream().anyMatch(UseNoFloatingPoint::isFloating))
                    .forEach(code -> events.add(
                            SimpleConditionEvent.violated(type, code.getFullName() + " takes or gives one")));
            type.getCodeUnitAccessesFromSelf().stream()
                    .filter(call -> isFloating(call.getTarget().getRawReturnType())
                            || call.getTarget().getRawParameterTypes().stream()
                                    .anyMatch(UseNoFloatingPoint::isFloating))
                    .forEach(call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
        }

        private static boolean isFloating(JavaClass type) {
            return TYPES.contains(type.getName())
                    || TYPES.contains(type.getBaseComponentType().getName());
        }
    }
}
