/** Whether a text is a German phone number as the content writes it: E.164 (`+49…`) or a short number such as `112`. */
export const isPhone = (written: string): boolean => /^(\+49\d{5,13}|1\d{2,5})$/.test(written)
