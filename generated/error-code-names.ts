// Generated from spec/ by `npm run generate`; do not edit.

export const SystemError = 1002001;
export const ModuleSystemError = 1020001;
export const BadParameter = 1002002;
export const TalentNotFound = 1002102;
export const RateLimited = 99991400;
export const IpNotAllowed = 99991401;
export const MonthlyQuotaExceeded = 99991403;
export const AppNotFound = 99991543;
export const InvalidTokenRequest = 10003;
export const AppUnauthorized = 10014;
export const WrongAppSecret = 10015;
export const MissingAccessToken = 99991661;
export const AppDisabled = 99991662;
export const InvalidAccessToken = 99991663;
export const InvalidAppAccessToken = 99991664;
export const InvalidTenantAccessToken = 99991665;
export const AccessTokenNotValidForCall = 99991668;
export const MalformedAccessToken = 99991671;
export const MissingScope = 99991672;
export const AppStateForbidsCall = 99991673;
export const TokenLacksPermission = 99991676;
export const AccessTokenExpired = 99991677;
export const FieldValidationFailed = 99992402;
export const BadRequest = 9499;
export const InternalError = 2200;
export const InternalServiceError = 5000;
