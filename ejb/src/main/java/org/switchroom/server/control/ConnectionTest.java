package org.switchroom.server.control;

import java.util.List;
import java.util.Optional;
import org.switchroom.ami.AmiProblem;
import org.switchroom.server.entity.LoginPurpose;

/**
 * What a try of a server's logins found.
 *
 * @param logins one result for each login that was tried
 */
public record ConnectionTest(List<LoginResult> logins) {

    /**
     * Result of one login.
     *
     * @param problem empty if all is well
     * @param message a sentence for the administrator, in both cases
     * @param warnings permission classes that the login has and should not have
     */
    public record LoginResult(
            LoginPurpose purpose, Optional<AmiProblem> problem, String message, List<String> warnings) {
        public boolean isGood() {
            return problem.isEmpty();
        }
    }

    public boolean isGood() {
        return logins.stream().allMatch(LoginResult::isGood);
    }
}
