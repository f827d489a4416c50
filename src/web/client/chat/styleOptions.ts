const none = 'transparent';

/**
 * Web Chat's look. All colours are variables of `chat.css`, which knows light, dark and high contrast;
 * Web Chat puts them into its own rules as they stand.
 */
export function styleOptions(picture: string): Readonly<Record<string, unknown>> {
  return {
    accent: 'var(--accent)',
    subtle: 'var(--quiet)',
    backgroundColor: none,
    primaryFont: 'inherit',
    monospaceFont: 'var(--code-font)',
    fontSizeSmall: '0.8125rem',
    paddingRegular: 12,
    paddingWide: 16,

    botAvatarImage: picture,
    // The picture speaks for itself; initials would be read aloud as well.
    botAvatarInitials: '',
    botAvatarBackgroundColor: none,
    avatarSize: 32,

    bubbleBackground: 'var(--bubble)',
    bubbleBorderColor: 'var(--line)',
    bubbleBorderRadius: 16,
    bubbleTextColor: 'var(--ink)',
    bubbleFromUserBackground: 'var(--fill)',
    bubbleFromUserBorderColor: 'var(--accent)',
    bubbleFromUserBorderRadius: 16,
    bubbleFromUserTextColor: 'var(--on-accent)',
    bubbleMaxWidth: 420,
    bubbleMinHeight: 40,
    bubbleMinWidth: 0,

    sendBoxBackground: 'var(--field)',
    sendBoxBorderTop: '1px solid var(--line)',
    sendBoxTextColor: 'var(--ink)',
    sendBoxPlaceholderColor: 'var(--quiet)',
    sendBoxDisabledTextColor: 'var(--quiet)',
    sendBoxButtonColor: 'var(--accent)',
    sendBoxButtonColorOnDisabled: 'var(--quiet)',
    sendBoxButtonShadeColorOnHover: 'var(--hover)',
    sendBoxButtonShadeColorOnActive: 'var(--hover)',
    sendBoxButtonShadeColorOnDisabled: none,
    sendBoxButtonShadeBorderRadius: 12,
    sendBoxButtonShadeInset: 4,
    sendBoxButtonKeyboardFocusIndicatorBorderColor: 'var(--focus)',
    sendBoxButtonKeyboardFocusIndicatorBorderRadius: 12,
    sendBoxButtonKeyboardFocusIndicatorBorderWidth: 2,
    sendBoxHeight: 56,
    sendBoxMaxHeight: 140,
    sendBoxTextWrap: true,
    sendBoxButtonAlignment: 'bottom',
    hideUploadButton: true,
    hideTelephoneKeypadButton: true,

    // Buttons one below another never hide behind arrows, and long ones wrap.
    suggestedActionLayout: 'flow',
    suggestedActionBackgroundColor: 'var(--bubble)',
    suggestedActionBackgroundColorOnHover: 'var(--hover)',
    suggestedActionBackgroundColorOnActive: 'var(--hover)',
    suggestedActionBorderColor: 'var(--accent)',
    suggestedActionBorderRadius: 20,
    suggestedActionBorderWidth: 1.5,
    suggestedActionHeight: 40,
    suggestedActionTextColor: 'var(--accent)',
    suggestedActionKeyboardFocusIndicatorBorderColor: 'var(--focus)',
    suggestedActionKeyboardFocusIndicatorBorderRadius: 17,
    suggestedActionKeyboardFocusIndicatorBorderStyle: 'solid',
    suggestedActionKeyboardFocusIndicatorBorderWidth: 2,
    suggestedActionsVisualKeyboardIndicatorColor: 'var(--focus)',

    transcriptVisualKeyboardIndicatorColor: 'var(--focus)',
    transcriptActivityVisualKeyboardIndicatorColor: 'var(--focus)',
    transcriptActivityVisualKeyboardIndicatorStyle: 'solid',
    transcriptActivityVisualKeyboardIndicatorWidth: 2,
    transcriptOverlayButtonBackground: 'var(--fill)',
    transcriptOverlayButtonBackgroundOnFocus: 'var(--fill)',
    transcriptOverlayButtonBackgroundOnHover: 'var(--fill)',
    transcriptOverlayButtonColor: 'var(--on-accent)',
    transcriptTerminatorBackgroundColor: 'var(--quiet)',
    transcriptTerminatorColor: 'var(--paper)',

    // A long answer is shown from its beginning, not from its end.
    autoScrollSnapOnPage: true,

    // Our own bar above the conversation tells about the connection, in sentences.
    hideToaster: true,
    // None: Web Chat complains about `false`.
    emojiSet: {},
    markdownRenderHTML: false,
  };
}
