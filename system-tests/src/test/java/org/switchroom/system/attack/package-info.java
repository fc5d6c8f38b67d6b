/** Who may do what: a line for each operation of the API and each page. */
package org.switchroom.system.attack;
