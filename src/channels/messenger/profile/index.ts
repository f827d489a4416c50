export { openProfileApi, profileAddress, type ProfileAccess } from './profileApi.ts';
export { profileChanges, type ProfileChange } from './profileChanges.ts';
export { messengerProfile, type MessengerProfile } from './profileFile.ts';
