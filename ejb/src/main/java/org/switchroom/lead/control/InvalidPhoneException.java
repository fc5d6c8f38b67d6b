package org.switchroom.lead.control;

import org.switchroom.common.Quoted;
import org.switchroom.lead.entity.InvalidLeadException;
import org.switchroom.lead.entity.LeadField;

/** The number of a lead is none that could be dialled. */
public class InvalidPhoneException extends InvalidLeadException {
    private static final long serialVersionUID = 1L;

    private final PhoneReading.Problem problem;

    public InvalidPhoneException(String written, PhoneReading.Problem problem) {
        super(LeadField.PHONE.word(), Quoted.text(written == null ? "" : written) + " " + problem.words());
        this.problem = problem;
    }

    public PhoneReading.Problem problem() {
        return problem;
    }
}
