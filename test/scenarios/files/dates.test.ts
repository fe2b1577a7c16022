import { expect, it } from "vitest";
import { calendarOf, monthOf } from "../../../src/scenarios/files/dates.ts";

it("writes months as calendar months and reads them again, those before 2017 too", () => {
  for (let month = -60; month <= 1200; month++) expect(monthOf(calendarOf(month))).toBe(month);
  expect([-60, -1, 0, 35, 1200].map(calendarOf)).toEqual([
    ...["2012-01", "2016-12", "2017-01", "2019-12"],
    "2117-01",
  ]);
  for (const none of ["2019-00", "2019-13", "2019-1", "19-01", "2019-01-01", 24, null]) {
    expect(monthOf(none)).toBeUndefined();
  }
});
