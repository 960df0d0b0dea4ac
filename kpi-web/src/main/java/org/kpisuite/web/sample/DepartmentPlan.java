package org.kpisuite.web.sample;

import java.util.List;
import org.kpisuite.domain.calendar.Period;

/** The plan of a department of the sample company for a quarter. */
record DepartmentPlan(String unit, Period quarter, List<PlannedItem> items) {}
