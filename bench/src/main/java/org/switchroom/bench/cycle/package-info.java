/** The queue's and the mirror's own classes over plain JDBC, beside what others do with the same database (T6, T8, T9). */
package org.switchroom.bench.cycle;
