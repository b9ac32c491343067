/** A linear layer of the base model that a LoRA adapts. */
export interface LoraLayer {
  /** As it begins the names of the layer's tensors. */
  name: string;
  /** Numbers going in. */
  inputs: number;
  /** Numbers coming out. */
  outputs: number;
  /** Written as a convolution of one pixel; default `false`. */
  convolution?: true;
}
