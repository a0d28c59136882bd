interface Field {
  name: string;
  value: string;
  set: (value: string) => void;
  most?: number;
  mode?: 'decimal';
}

/** A line of text with its name above it. */
export function TextField({ name, value, set, most = 32, mode }: Field) {
  return (
    <label class="field">
      <span class="small quiet">{name}</span>
      <input
        type="text"
        value={value}
        maxLength={most}
        inputMode={mode ?? 'text'}
        onInput={({ currentTarget }) => set(currentTarget.value)}
      />
    </label>
  );
}
