package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.actual.ColumnName;
import org.kpisuite.domain.actual.FileLayout;

/** What parts a file is found in its header, wherever that stands. */
class DelimiterTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            0 |      | unit;value,rub            | ;
            0 |      | unit,value                | ,
            0 |      | a;b,c                     | ;
            0 |      | "a;b;c",d                 | ,
            0 |      | "a/;b/;c",d               | ,
            0 |      | alone                     | ,
            1 |      | 5" of rain, or more/a;b   | ;
            2 |      | one,two//a;b              | ;
            0 | date | # report/date;value       | ;
            0 | date | # a,b,c,d/date;value,rub  | ;
            0 | date | 5" of rain/x,y/value;date | ;
            0 | date | /,/date,value;rub;x       | ,
            0 | date | # report/day;value        | ,
            """)
    void headerIsPartedByIt(int preamble, String holds, String lines, char expected) throws IOException {
        ColumnName known = holds == null ? null : ColumnName.of(holds);
        FileLayout layout = new FileLayout("UTF-8", null, '"', preamble, known, 1, null, false);
        for (String end : new String[] {"\n", "\r\n"}) {
            String file = lines.replace("/", end) + end + "x;y" + end;
            BufferedReader text = new BufferedReader(new StringReader(file));
            assertThat(Delimiter.of(text, layout, 1 << 16)).isEqualTo(expected);
            assertThat(text.lines().count()).isEqualTo(file.lines().count());
        }
    }
}
